import { afterAll, beforeEach, describe, expect, it } from "@jest/globals";
import { importSurvey } from "@openremit/publisher";
import { type Database, migrateToLatest, openDatabase } from "@openremit/shared/storage";
import { createReleaseFolders, dateNewRows, hashesOf, release, rowsOf } from "../support/release-scene.ts";
import { freshDatabaseUrl } from "../support/servers.ts";
import { changedRow, countries, fileOf, surveyFixture, withFile } from "../support/survey-scene.ts";
import { buildWorkbook } from "../support/survey-workbook.ts";

const folders = createReleaseFolders();
const databases: Database[] = [];
let database: Database;
beforeEach(async () => {
  database = openDatabase(await freshDatabaseUrl());
  databases.push(database);
  await migrateToLatest(database);
});
afterAll(async () => {
  folders.remove();
  for (const one of databases) await one.close();
});

async function importFile(content: string | Uint8Array) {
  const context = { database, countries, tellDone: () => undefined };
  const { file } = await withFile(content, (path) => importSurvey({ path, name: "survey" }, context));
  const { servicesStored: stored, servicesRevised: revised, servicesWithdrawn: withdrawn } = file;
  return { stored, revised, withdrawn };
}

async function standing(): Promise<Record<string, string>> {
  const { rows } = await database.pool.query<{ survey_id: string; total_cost_pct: string }>(
    "select survey_id, total_cost_pct from current_survey_services order by survey_id",
  );
  return Object.fromEntries(rows.map(({ survey_id, total_cost_pct }) => [survey_id, total_cost_pct]));
}

/** Services of one firm in one corridor at these totals, and what others cost. */
function extractOf(totals: readonly string[], others: readonly Record<string, string>[] = []): string {
  const own = totals.map((total_cost_pct) => ({ firm: "Alpha", total_cost_pct }));
  return fileOf(
    "extract",
    [...own, ...others].map((cells) => changedRow("extract", cells)),
  );
}

const elsewhere = [
  { firm: "Alpha", total_cost_pct: "8", destination_code: "MAR" },
  { firm: "Alpha", total_cost_pct: "9", usd_amount: "500" },
];
const idOf = (number: number) => `BEL-COD Alpha (Money Transfer Operator) #${number}/200`;

describe("a corrected extract", () => {
  it("withdraws the service it no longer holds, and counts no other one twice", async () => {
    expect(await importFile(extractOf(["2.5", "6"], elsewhere))).toEqual({ stored: 4, revised: 0, withdrawn: 0 });
    const before = await standing();
    // The order of hashes decides which is first: the first one goes, and the second one would take its number.
    const [gone = "", kept = ""] = [before[idOf(1)], before[idOf(2)]];
    expect(await importFile(extractOf([kept]))).toEqual({ stored: 0, revised: 0, withdrawn: 1 });
    const { [idOf(1)]: _, ...rest } = before;
    expect(await standing()).toEqual(rest);

    const back = { stored: 1, revised: 0, withdrawn: 0 };
    expect(await importFile(extractOf([gone, kept]))).toEqual(back);
    expect(await standing()).toEqual({ ...rest, [idOf(3)]: gone });
  });

  it("revises a service that says something else, and changes nothing when its rows come in another order", async () => {
    await importFile(extractOf(["2.5", "6"]));
    expect(await importFile(extractOf(["6", "2.5"]))).toEqual({ stored: 0, revised: 0, withdrawn: 0 });
    expect(await importFile(extractOf(["6", "3"]))).toEqual({ stored: 0, revised: 1, withdrawn: 0 });
    expect(Object.values(await standing()).sort()).toEqual(["3", "6"]);
    expect(await importFile(extractOf(["3", "6", "4"]))).toEqual({ stored: 1, revised: 0, withdrawn: 0 });
    expect(Object.keys(await standing())).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  it("withdraws nothing where one of its rows was refused", async () => {
    await importFile(extractOf(["2.5", "6"]));
    const others = Array.from({ length: 120 }, (_, n) => ({ firm: `Firm ${n}`, destination_code: "MAR" }));
    expect(await importFile(extractOf(["6", "?"], others))).toEqual({ stored: 120, revised: 0, withdrawn: 0 });
  });
});

describe("a file with ids", () => {
  const rowsOfQuarters = [
    changedRow("legacy", { id: "1" }),
    changedRow("legacy", { id: "2" }),
    changedRow("legacy", { id: "1", period: "2013_2Q" }),
  ];
  const cellsOf = (name: "legacy" | "modern", rows: readonly string[]) =>
    fileOf(name, rows)
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
  const workbookOf = (legacy: readonly string[]) =>
    buildWorkbook({
      "Dataset (up to Q1 2016)": cellsOf("legacy", legacy),
      "Dataset (from Q2 2016)": cellsOf("modern", [changedRow("modern", {})]),
    });

  it("withdraws nothing where it has one layout: it may be a part of the survey", async () => {
    await importFile(fileOf("legacy", rowsOfQuarters));
    await importFile(surveyFixture("extract"));
    expect(await importFile(fileOf("legacy", rowsOfQuarters.slice(1)))).toMatchObject({ withdrawn: 0 });
    expect(await importFile(surveyFixture("modern"))).toMatchObject({ withdrawn: 0 });
  });

  it("withdraws what is gone from a quarter it holds, where it is the whole workbook, and takes it back", async () => {
    await importFile(fileOf("legacy", rowsOfQuarters));
    await importFile(surveyFixture("extract"));
    const before = await standing();
    expect(await importFile(workbookOf(rowsOfQuarters.slice(0, 1)))).toMatchObject({ revised: 0, withdrawn: 2 });
    const { rows } = await database.pool.query(
      "select period, survey_id, revision from survey_services where withdrawn order by survey_id",
    );
    expect(rows).toEqual([
      { period: "2013-Q1", survey_id: "2/200", revision: 2 },
      { period: "2013-Q1", survey_id: "2/500", revision: 2 },
    ]);
    expect(await importFile(workbookOf(rowsOfQuarters.slice(0, 2)))).toEqual({ stored: 0, revised: 2, withdrawn: 0 });
    expect(await standing()).toMatchObject(before);
  });
});

describe("a release", () => {
  it("of a past day keeps its bytes; of a later one it has no withdrawn service, and counts it", async () => {
    await importFile(extractOf(["2.5", "6"]));
    await dateNewRows(database, "2026-11-19T21:00:00.000Z");
    const folder = folders.open();
    const before = await release(database, folder, "2026-11-19");
    await importFile(extractOf(["6"]));
    await dateNewRows(database, "2026-11-20T21:00:00.000Z");
    const again = await release(database, folders.open(), "2026-11-19");
    expect(hashesOf(again.directory)).toEqual(hashesOf(before.directory));
    const after = await release(database, folder, "2026-11-20");
    const totals = (directory: string) => rowsOf(directory, "survey-services.csv").map((row) => row.total_cost_pct);
    expect([totals(before.directory).sort(), totals(after.directory)]).toEqual([["2.5", "6"], ["6"]]);
    const [corridor] = rowsOf(after.directory, "survey-corridors.csv");
    expect(corridor).toMatchObject({ services: "1", average_200_pct: "6.0000" });
    const changes = after.release.changes.find(({ dataset }) => dataset === "survey-services");
    expect(changes).toMatchObject({ added: 0, revised: 0, withdrawn: 1 });
  });
});
