import { datasetContracts } from "../../contracts/index.ts";
import { surveyServiceRows } from "../../storage/index.ts";
import { surveyLicence, surveySource } from "../survey/about-survey.ts";
import { createRecordDataset } from "./record-dataset.ts";

/** Every service of the World Bank's survey, as published. */
export const surveyServices = createRecordDataset({
  contract: datasetContracts["survey-services"],
  source: surveyServiceRows,
  rights: { licence: surveyLicence, attribution: surveySource },
  filterValues: async ({ from, to, since, until }) => ({ sourceCountry: from, destinationCountry: to, since, until }),
});
