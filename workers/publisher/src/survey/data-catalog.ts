import { SourceShapeError } from "@openremit/shared/domain";
import { parse } from "lossless-json";
import { z } from "zod";

/** The dataset of Remittance Prices Worldwide. Its resources get new ids with every edition, so they are found by name. */
const datasetId = "0037898";
const datasetPage = new RegExp(`^https://datacatalog\\.worldbank\\.org/.*/${datasetId}(/|$)`, "i");

/** Says which files the dataset has. Its shape is known from other datasets: this one's answer was not recorded. */
export const datasetAddress = `https://datacatalogapi.worldbank.org/ddhxext/DatasetDownload?dataset_unique_id=${datasetId}&version_id=`;

/** Whether an address is the dataset's page, or its entry in the catalog's API: then the file is still to be found. */
export function isDatasetAddress(url: string): boolean {
  return datasetPage.test(url) || (url.includes("datacatalogapi.worldbank.org") && url.includes(datasetId));
}

const dataset = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      distribution: z.object({ url: z.string().nullish(), file_name: z.string().nullish() }).nullish(),
    }),
  ),
});

/**
 * The address of the current workbook: of the resources that name the dataset of Remittance Prices Worldwide the one
 * with the latest quarter in its file name, such as `rpw_dataset_2011_2025_q3.xlsx`.
 *
 * @throws SourceShapeError where the answer is another, or names none.
 */
export function parseWorkbookAddress(answer: string): string {
  const read = dataset.safeParse(readAnswer(answer));
  if (!read.success)
    throw new SourceShapeError(`the World Bank's Data Catalog answers otherwise: ${read.error.message}`);
  const found = read.data.resources.flatMap(({ name, distribution }) => {
    const url = distribution?.url ?? "";
    const file = distribution?.file_name ?? url.split(/[?#]/)[0]?.split("/").at(-1) ?? "";
    const isSurvey = /rpw[_ -]?dataset/i.test(file) || /remittance prices worldwide.*dataset|rpw dataset/i.test(name);
    return isSurvey && /\.xlsx$/i.test(file) && url.startsWith("https://") ? [{ url, edition: editionOf(file) }] : [];
  });
  const latest = found.sort((one, other) => (one.edition < other.edition ? 1 : -1))[0];
  if (latest !== undefined) return latest.url;
  const names = read.data.resources.map(({ name }) => name).join(", ");
  throw new SourceShapeError(`none of the dataset's resources is the workbook of the survey: ${names}`);
}

function readAnswer(answer: string): unknown {
  try {
    return parse(answer);
  } catch (cause) {
    throw new SourceShapeError("the World Bank's Data Catalog answers no JSON", { cause });
  }
}

/** `2025 q3`, which sorts as time goes. */
function editionOf(file: string): string {
  const years = file.match(/20\d\d/g) ?? [];
  return `${years.at(-1) ?? ""} ${/q[1-4]/i.exec(file)?.[0].toLowerCase() ?? ""}`;
}
