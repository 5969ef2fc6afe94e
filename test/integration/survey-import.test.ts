import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { importSurvey } from "@openremit/publisher";
import { type Database, migrateToLatest, openDatabase } from "@openremit/shared/storage";
import { freshDatabaseUrl } from "../support/servers.ts";
import { countRows } from "../support/storage-scene.ts";
import { changedRow, countries, fileOf, surveyFixture, withFile } from "../support/survey-scene.ts";

let database: Database;
beforeAll(async () => {
  database = openDatabase(await freshDatabaseUrl());
  await migrateToLatest(database);
});
afterAll(() => database.close());

function importText(content: string, tellDone: (share: number) => void = () => undefined) {
  return withFile(content, (path) => importSurvey({ path, name: "survey.csv" }, { database, countries, tellDone }));
}

async function countBoth(): Promise<{ services: number; files: number }> {
  return {
    services: await countRows(database, "survey_services"),
    files: await countRows(database, "survey_files"),
  };
}

describe("importSurvey", () => {
  it("stores a file with its hash, and every cell as it was read", async () => {
    const shares: number[] = [];
    const { file } = await importText(surveyFixture("legacy"), (share) => shares.push(share));
    expect(file).toMatchObject({
      name: "survey.csv",
      layouts: ["legacy"],
      rowsRead: 3,
      servicesRead: 5,
      servicesStored: 5,
      servicesRevised: 0,
      flagged: { undisclosed_margin: 2, former_country: 1 },
    });
    expect(shares.at(-1)).toBe(1);
    // Both sides of midnight would otherwise be two days: a release has the file and its rows, or neither.
    const times = await database.pool.query("select distinct recorded_at from survey_services");
    expect(times.rows).toEqual([{ recorded_at: new Date(file.importedAt) }]);
    const { rows } = await database.pool.query(
      "select *, surveyed_on::text as day from survey_services where survey_id = '2/200'",
    );
    expect(rows[0]).toMatchObject({
      period: "2013-Q1",
      revision: 1,
      file_sha256: file.sha256,
      day: "2013-05-14",
      firm: "Beta Bank",
      pay_out_text: null,
      speed_days: 5,
      amount_usd: 200,
      fee: "14",
      rate: null,
      fx_margin_pct: null,
      total_cost_pct: "10",
      transparent: false,
      flags: ["undisclosed_margin"],
    });
  });

  it("changes nothing for the same bytes, nor for the same rows in other bytes", async () => {
    const before = await countBoth();
    const again = await importText(surveyFixture("legacy"));
    expect(again.reading).toBeNull();
    expect(await countBoth()).toEqual(before);
    const other = await importText(surveyFixture("legacy").replace(",14,1,0,10,", ",14.00,1,0,10.0,"));
    expect(other.file).toMatchObject({ servicesRead: 5, servicesStored: 0, servicesRevised: 0 });
    expect(await countBoth()).toEqual({ services: before.services, files: before.files + 1 });
  });

  it("keeps what was said before a correction, and reads the correction", async () => {
    const corrected = changedRow("legacy", { "cc1 lcu fee": "8", "cc1 total cost %": "6.96" });
    const { file } = await importText(fileOf("legacy", [corrected]));
    expect(file).toMatchObject({ servicesRead: 2, servicesStored: 0, servicesRevised: 1 });
    const { rows } = await database.pool.query(
      "select revision, total_cost_pct from survey_services where survey_id = '1/200' order by revision",
    );
    expect(rows).toEqual([
      { revision: 1, total_cost_pct: "6.25" },
      { revision: 2, total_cost_pct: "6.96" },
    ]);
    const current = await database.pool.query(
      "select total_cost_pct from current_survey_services where survey_id = '1/200'",
    );
    expect(current.rows).toEqual([{ total_cost_pct: "6.96" }]);
  });

  it("tells the same id of another period apart", async () => {
    const { file } = await importText(fileOf("legacy", [changedRow("legacy", { period: "2013_2Q" })]));
    expect(file.servicesStored).toBe(2);
  });

  it("stores words as they are, with tabs, backslashes and quotes in them", async () => {
    const firm = "A\\tB \\N 'C' {D}";
    await importText(fileOf("legacy", [changedRow("legacy", { id: "77", firm, note1: '"tab\there\nand a line"' })]));
    const { rows } = await database.pool.query("select firm, note from survey_services where survey_id = '77/200'");
    expect(rows).toEqual([{ firm, note: "tab\there\nand a line" }]);
  });

  it("stores nothing of a file that is wrong, wherever the wrong row stands", async () => {
    const before = await countBoth();
    const rows = Array.from({ length: 4_000 }, (_, n) => changedRow("legacy", { id: `bad-${n}` }));
    const wrong = Array.from({ length: 100 }, (_, n) => changedRow("legacy", { id: `bad-x${n}`, period: "?" }));
    await expect(importText(fileOf("legacy", [...rows, ...wrong]))).rejects.toThrow("line 4002: period");
    expect(await countBoth()).toEqual(before);
  });

  it("says that a file cannot be read", async () => {
    const context = { database, countries, tellDone: () => undefined };
    await expect(importSurvey({ path: "/nowhere/x.csv", name: "x" }, context)).rejects.toThrow(
      "/nowhere/x.csv cannot be read: name a CSV or XLSX file",
    );
  });

  it("lets nobody change or remove what was published", async () => {
    await expect(database.pool.query("update survey_services set firm = 'x'")).rejects.toThrow("append-only");
    await expect(database.pool.query("delete from survey_files")).rejects.toThrow("append-only");
    await expect(database.pool.query("truncate survey_services")).rejects.toThrow("append-only");
  });
});
