import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createReading, type Reading, readSurvey } from "@openremit/publisher";
import { loadCatalog } from "@openremit/shared/catalog";
import type { SurveyService } from "@openremit/shared/contracts";

export const { countries } = loadCatalog("config");

export interface ReadScene {
  readonly services: readonly SurveyService[];
  readonly reading: Reading;
}

export type SurveyFixture = "legacy" | "modern" | "extract";

export function surveyFixture(name: SurveyFixture): string {
  return readFileSync(`test/fixtures/survey/${name}.csv`, "utf8");
}

/** Runs `work` with a file that holds these bytes. */
export async function withFile<Result>(
  content: string | Uint8Array,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), "openremit-survey-"));
  try {
    const path = join(directory, "survey");
    writeFileSync(path, content);
    return await work(path);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Reads a file of the survey to its end. */
export function readText(content: string | Uint8Array): Promise<ReadScene> {
  return withFile(content, async (path) => {
    const reading = createReading();
    const services: SurveyService[] = [];
    for await (const rows of readSurvey(
      path,
      { countries, tellDone: () => undefined, knownIds: async () => [] },
      reading,
    )) {
      services.push(...rows.map(({ service }) => service));
    }
    return { services, reading };
  });
}

type Cells = Readonly<Record<string, string>>;

/** One row of a fixture, with other cells by their header; of the first row unless said. */
export function changedRow(name: SurveyFixture, cells: Cells, row = 1): string {
  const [header = "", ...rows] = surveyFixture(name).trimEnd().split("\n");
  const values = (rows[row - 1] ?? "").split(",");
  header.split(",").forEach((column, place) => {
    const cell = cells[column];
    if (cell !== undefined) values[place] = cell;
  });
  return values.join(",");
}

/** A file of the layout with these rows. */
export function fileOf(name: SurveyFixture, rows: readonly string[]): string {
  return `${[surveyFixture(name).split("\n")[0], ...rows].join("\n")}\n`;
}
