import { surveyLicence, surveySource } from "@openremit/shared/comparison";
import { sdgSeriesName } from "@openremit/shared/contracts";
import { licence, type ReleaseFacts } from "../about-release.ts";

/** Under what terms somebody's figures stand in a release. */
export interface SourceRights {
  readonly key: string;
  readonly name: string;
  /** Where its terms, or it itself, can be read. */
  readonly url: string | null;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly rows: number;
}

const surveyRows = "survey-services.csv";

/** Everybody whose figures are in the release, by key; the World Bank's survey last. */
export function sourcesOf({ rowsBySource, catalog, files }: ReleaseFacts): readonly SourceRights[] {
  const ours = [...rowsBySource].sort(([one], [other]) => (one < other ? -1 : 1));
  const sources = ours.map(([key, rows]): SourceRights => {
    const config = catalog.quoteSources.get(key) ?? catalog.rateSources.get(key);
    return {
      key,
      name: config?.name ?? key,
      url: config?.conduct.terms ?? config?.origins[0] ?? null,
      licence: config?.licence ?? null,
      attribution: config?.attribution ?? null,
      rows,
    };
  });
  const rows = files.find(({ name }) => name === surveyRows)?.rows ?? 0;
  if (rows === 0) return sources;
  return [
    ...sources,
    {
      key: "world-bank-rpw",
      name: "World Bank, Remittance Prices Worldwide",
      url: "https://remittanceprices.worldbank.org",
      licence: surveyLicence,
      attribution: surveySource,
      rows,
    },
  ];
}

export interface Licence {
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

const own: Licence = { name: licence.spdx, title: licence.title, path: licence.url };
const survey: Licence = {
  name: surveyLicence,
  title: "Creative Commons Attribution 4.0 International",
  path: "https://creativecommons.org/licenses/by/4.0/",
};

/** Tables made of figures of many sources, each under its own terms. */
const mixed = ["quotes", "rates", "corridor-days"];

/**
 * The licence that holds for every row of a table or file, by its name. Null: there is none, its rows are under the terms
 * of their sources; those made of the survey alone are under the survey's.
 */
export function licenceOf(name: string): Licence | null {
  if (name.startsWith("survey-") || name.startsWith(sdgSeriesName)) return survey;
  return mixed.includes(name.split(".")[0] ?? "") ? null : own;
}

/** The file that says whose figures these are, and under what terms. */
export const rightsName = "RIGHTS.md";
