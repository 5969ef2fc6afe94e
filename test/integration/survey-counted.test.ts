import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { importSurvey } from "@openremit/publisher";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { readFile } from "../support/read-export.ts";
import { changedRow, countries, fileOf, type SurveyFixture, withFile } from "../support/survey-scene.ts";

let scene: Awaited<ReturnType<typeof openApiOnServers>>;
let directory: string;
beforeAll(async () => {
  scene = await openApiOnServers(new Date("2026-11-23T12:00:00.000Z"));
  directory = mkdtempSync(join(tmpdir(), "openremit-counted-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await scene.close();
});

async function importRows(name: SurveyFixture, rows: readonly Readonly<Record<string, string>>[]): Promise<void> {
  const content = fileOf(
    name,
    rows.map((cells) => changedRow(name, cells)),
  );
  const context = { database: scene.database, countries, tellDone: () => undefined };
  await withFile(content, (path) => importSurvey({ path, name: "survey.csv" }, context));
}

async function saveExport(name: string): Promise<string> {
  const { status, body } = await readFile(`${scene.origin}/v1/exports/${name}`);
  expect(status).toBe(200);
  const path = join(directory, name);
  writeFileSync(path, body);
  return path;
}

describe("survey-services", () => {
  it("says which rows are counted, so that averages by hand are those of survey-corridors", async () => {
    await importRows("legacy", [
      { id: "1", "cc1 total cost %": "4" },
      { id: "2", "cc1 total cost %": "7" },
      { id: "3", "cc1 total cost %": "1", transparent: "no" },
      { id: "4", "cc1 total cost %": "" },
      { id: "5", "cc1 total cost %": "9", source_code: "RUS", corridor: "RUSMAR" },
      { id: "6", "cc1 total cost %": "2", source_code: "FRA", corridor: "FRAMAR", transparent: "no" },
    ]);
    await importRows("modern", [
      { id: "8", destination_code: "COD", destination_name: "", "cc1 total cost %": "5" },
      { id: "9", destination_code: "COD", destination_name: "", "cc1 total cost %": "6.5", transparent: "" },
    ]);
    await importRows("extract", [
      { firm: "Of both", total_cost_pct: "50" },
      { firm: "Of the extract alone", destination_code: "DZA", total_cost_pct: "3" },
      { firm: "Too early to be sure", destination_code: "DZA", total_cost_pct: "8", period: "2021_3Q" },
    ]);
    const services = await saveExport("survey-services.parquet");
    const corridors = await saveExport("survey-corridors.csv");
    const duckdb = await (await DuckDBInstance.create(":memory:")).connect();
    const byHand = await duckdb.runAndReadAll(`
      select period, source_country || '-' || destination_country as corridor,
        round(avg(total_cost_pct) filter (counted), 4) as average, (count(*) filter (counted))::integer as services
      from '${services}' where amount_usd = 200 group by all order by all`);
    const published = await duckdb.runAndReadAll(
      `select period, corridor, average_200_pct, services::integer from '${corridors}' order by all`,
    );
    const average = [
      ["2013-Q1", "BEL-MAR", 5.5, 2],
      ["2013-Q1", "FRA-MAR", null, 0],
      ["2013-Q1", "RUS-MAR", 9, 1],
      ["2021-Q3", "BEL-DZA", null, 0],
      ["2025-Q1", "BEL-COD", 5.75, 2],
      ["2025-Q1", "BEL-DZA", 3, 1],
    ];
    expect(byHand.getRowsJson()).toEqual(average);
    expect(published.getRowsJson()).toEqual(average);
    duckdb.closeSync();
  });
});
