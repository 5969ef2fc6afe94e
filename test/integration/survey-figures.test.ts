import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { importSurvey } from "@openremit/publisher";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { readFile } from "../support/read-export.ts";
import { countries, surveyFixture, withFile } from "../support/survey-scene.ts";
import { buildWorkbook, type SheetCell } from "../support/survey-workbook.ts";

let scene: Awaited<ReturnType<typeof openApiOnServers>>;
beforeAll(async () => {
  scene = await openApiOnServers(new Date("2026-11-23T12:00:00.000Z"));
});
afterAll(() => scene.close());

const [header = [], first = []] = surveyFixture("legacy")
  .split("\n")
  .map((line) => line.split(","));

function rowWith(cells: Readonly<Record<string, SheetCell>>): SheetCell[] {
  return header.map((column, place) => cells[column] ?? first[place] ?? "");
}

describe("a workbook whose formulas left the noise of binary floats for nothing", () => {
  it("is imported, exported as Parquet and answered for", async () => {
    const workbook = buildWorkbook({
      Data: [
        header,
        rowWith({ "cc1 lcu fee": 0, "cc1 fx margin": 2.2204460492503131e-14, "cc1 total cost %": 1.4e-17 }),
        rowWith({ id: "2", "cc1 lcu fee": 0, "cc1 fx margin": -1e-25, "cc1 total cost %": -4.44e-32 }),
      ],
    });
    const context = { database: scene.database, countries, tellDone: () => undefined };
    const { file } = await withFile(workbook, (path) => importSurvey({ path, name: "survey.xlsx" }, context));
    expect(file).toMatchObject({ rowsRefused: 0, servicesStored: 4 });

    const { body, isWhole } = await readFile(`${scene.origin}/v1/exports/survey-services.parquet`);
    expect(isWhole).toBe(true);
    const directory = mkdtempSync(join(tmpdir(), "openremit-figures-"));
    const path = join(directory, "services.parquet");
    writeFileSync(path, body);
    const duckdb = await (await DuckDBInstance.create(":memory:")).connect();
    const read = await duckdb.runAndReadAll(
      `select survey_id, fx_margin_pct::varchar, total_cost_pct::varchar, flags from '${path}' where amount_usd = 200`,
    );
    expect(read.getRowsJson()).toEqual([
      ["1/200", "0.000000000000022204", "0.000000000000000014", ""],
      ["2/200", "0.000000000000000000", "0.000000000000000000", ""],
    ]);
    duckdb.closeSync();
    rmSync(directory, { recursive: true });

    const world = await scene.get("/v1/survey/world");
    expect(world.status).toBe(200);
    expect(await world.json()).toMatchObject({ periods: [{ services: 2, average200Pct: "0.0000" }] });
  });
});
