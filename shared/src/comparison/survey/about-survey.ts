import type { Warning } from "../../contracts/index.ts";

/** Where the definitions stand: the API serves the page itself. */
export const surveyMethod = "/v1/method#7-statistics";

export const surveyLicence = "CC-BY-4.0";
/** Beside figures as published. */
export const surveySource =
  "The World Bank, Remittance Prices Worldwide, available at https://remittanceprices.worldbank.org (CC BY 4.0)";
/** Beside figures made of them. */
export const surveyAttribution = `${surveySource}; statistics by OpenRemit`;

export const flowsAttribution =
  "The World Bank and KNOMAD, Bilateral Remittance Matrix (CC BY 4.0): estimates, not officially reported flows";

export const nothingImported: Warning = {
  code: "no_survey",
  detail: "No file of the survey has been imported: npm run survey:import",
};

interface Counted {
  readonly services: number;
}

/** What every answer about the survey says of itself. */
export function aboutSurvey(dataVersion: string, counted: readonly Counted[], isEmpty: boolean) {
  return {
    method: surveyMethod,
    n: counted.reduce((sum, { services }) => sum + services, 0),
    dataVersion,
    attribution: surveyAttribution,
    warnings: isEmpty ? [nothingImported] : [],
  };
}
