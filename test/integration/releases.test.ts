import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { importSurvey } from "@openremit/publisher";
import { type RecordJob, recordJob } from "@openremit/shared/contracts";
import { dayOf, endOfDay, shiftDay } from "@openremit/shared/domain";
import { systemClock } from "@openremit/shared/runtime";
import {
  createLatestStore,
  type Database,
  migrateToLatest,
  openDatabase,
  readReleases,
} from "@openremit/shared/storage";
import pg from "pg";
import { quoteOf } from "../support/comparison-scene.ts";
import { buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { createReleaseFolders, dateNewRows, hashesOf, recordAt, release, rowsOf } from "../support/release-scene.ts";
import { openStorageScene, type StorageScene } from "../support/storage-scene.ts";
import { changedRow, countries, fileOf, withFile } from "../support/survey-scene.ts";

const folders = createReleaseFolders();
const scenes: StorageScene[] = [];
afterAll(async () => {
  folders.remove();
  for (const scene of scenes) await scene.close();
});

const corrected = "00000000000000000000000000000001";

function visit(at: string, source: string, runId: string, fields: Parameters<typeof quoteOf>[0] = {}): RecordJob {
  const quote = quoteOf({ source, provider: source, received: null, observedAt: at, fetchedAt: at, ...fields });
  return buildQuotesJob({ run: { source, runId, fetchedAt: quote.fetchedAt }, quotes: [quote] });
}

function rateOf(day: string, runId: string, fields: Parameters<typeof buildRate>[0] = {}): RecordJob {
  const at = `${day}T15:00:00.000Z`;
  const rate = buildRate({ source: "frankfurter", contributors: 5, observedOn: day, fetchedAt: at, ...fields });
  return buildRatesJob({ run: { source: "frankfurter", runId, fetchedAt: rate.fetchedAt }, rates: [rate] });
}

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** What was known at the end of the 19th. */
const firstDay = [
  rateOf("2026-11-18", uuid(1)),
  rateOf("2026-11-19", uuid(2)),
  visit("2026-11-19T08:00:00.000Z", "wise", uuid(3), { quoteId: corrected, fee: "1.00" }),
  visit("2026-11-19T09:00:00.000Z", "remitly", uuid(4), { fee: "3", payIn: "cash" }),
  visit("2026-11-19T10:00:00.000Z", "worldremit", uuid(5), { fee: "2", payIn: "debit_card" }),
];

/** What was recorded later: news, and corrections of the day before. */
const laterDay = [
  rateOf("2026-11-19", uuid(6), { value: "10.9", fetchedAt: "2026-11-20T09:00:00.000Z" }),
  visit("2026-11-19T08:00:00.000Z", "wise", uuid(7), {
    quoteId: corrected,
    fee: "1.10",
    fetchedAt: "2026-11-20T08:30:00.000Z",
  }),
  visit("2026-11-20T08:00:00.000Z", "wise", uuid(8), { fee: "1.20" }),
];

async function importSurveyRows(database: Database, at: string, rows: readonly Record<string, string>[]) {
  const context = { database, countries, tellDone: () => undefined };
  const file = fileOf(
    "legacy",
    rows.map((cells) => changedRow("legacy", cells)),
  );
  await withFile(file, (path) => importSurvey({ path, name: "survey.csv" }, context));
  await dateNewRows(database, at);
}

const survey = [
  { id: "b", firm: "Alpha", "cc1 total cost %": "4" },
  { id: "C", firm: "Beta", "cc1 total cost %": "6" },
  { id: "3", period: "2013_3Q", firm: "Alpha", "cc1 total cost %": "7" },
];

async function openScene(jobs: readonly RecordJob[]): Promise<StorageScene> {
  const scene = await openStorageScene();
  scenes.push(scene);
  await recordAt(scene, "2026-11-19T20:00:00.000Z", jobs);
  await importSurveyRows(scene.database, "2026-11-19T21:00:00.000Z", survey);
  return scene;
}

let scene: StorageScene;
let releases: string;
let first: Awaited<ReturnType<typeof release>>;
let bytes: Record<string, string>;

beforeAll(async () => {
  scene = await openScene(firstDay);
  releases = folders.open();
  first = await release(scene.database, releases, "2026-11-19");
  bytes = hashesOf(first.directory);
});

describe("a release", () => {
  it("has every file its manifest and SHA256SUMS name, and no other", () => {
    const { files } = first.release;
    const sums = readFileSync(join(first.directory, "SHA256SUMS"), "utf8").trimEnd().split("\n");
    const { SHA256SUMS: _, ...others } = bytes;
    expect(Object.fromEntries(sums.map((line) => line.split("  ").reverse()))).toEqual(others);
    const { "release.json": __, ...named } = others;
    expect(Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]))).toEqual(named);
    for (const { name, bytes: size } of files) expect(readFileSync(join(first.directory, name)).length).toBe(size);
    expect(readdirSync(releases)).toEqual(["simulated-2026-11-19"]);
  });

  it("counts its rows, and says that prices are simulated in its name, its title and beside the data", () => {
    const { release: made } = first;
    expect(made).toMatchObject({ id: "simulated-2026-11-19", previous: null, simulated: true, asOf: "2026-11-19" });
    const rows = Object.fromEntries(made.changes.map(({ dataset, rows, added }) => [dataset, [rows, added]]));
    expect(rows).toMatchObject({ quotes: [3, 3], rates: [2, 2], runs: [5, 5], "survey-services": [6, 6] });
    for (const name of [
      "CITATION.cff",
      "RIGHTS.md",
      "METHODOLOGY.md",
      "CHANGELOG.md",
      "codebook.md",
      "datapackage.json",
    ])
      expect(readFileSync(join(first.directory, name), "utf8")).toMatch(/simulated|invented/i);
    expect(rowsOf(first.directory, "quotes.csv").map(({ simulated }) => simulated)).toEqual(["true", "true", "true"]);
  });

  it("says the same in Parquet as in CSV, digit by digit, as DuckDB reads them", async () => {
    const duckdb = await (await DuckDBInstance.create(":memory:")).connect();
    const decimals = ["amount", "fee", "rate", "received"].map((name) => `'${name}': 'DECIMAL(38,18)'`).join();
    const columns = "quote_id, observed_at::timestamptz, amount, fee, rate, received, coalesce(flags, ''), simulated";
    const [parquet, csv] = [
      `select ${columns} from '${join(first.directory, "quotes.parquet")}'`,
      `select ${columns} from read_csv('${join(first.directory, "quotes.csv")}', types={${decimals}})`,
    ];
    const answer = await duckdb.runAndReadAll(
      `select (select count(*) from (${parquet})), (select count(*) from (${parquet} except ${csv}))`,
    );
    expect(answer.getRowsJson()).toEqual([["3", "0"]]);
    duckdb.closeSync();
  });

  it("made again is not new, and in another folder the same to the byte", async () => {
    const again = await release(scene.database, releases, "2026-11-19");
    expect(again).toEqual({ ...first, isNew: false });
    expect(readdirSync(releases)).toEqual(["simulated-2026-11-19"]);
    const other = await release(scene.database, folders.open(), "2026-11-19", { now: () => new Date("2031-05-05") });
    expect(hashesOf(other.directory)).toEqual(bytes);
  });

  it("is the same to the byte from rows recorded in another order, by another server with other rules for texts", async () => {
    const turned = await openScene([...firstDay].reverse());
    expect(hashesOf((await release(turned.database, folders.open(), "2026-11-19")).directory)).toEqual(bytes);
    const foreign = await openForeignScene([...firstDay].reverse());
    expect(hashesOf((await release(foreign, folders.open(), "2026-11-19")).directory)).toEqual(bytes);
    await foreign.close();
  });
});

/** A database whose texts order as people sort them, not by their bytes. */
async function openForeignScene(jobs: readonly RecordJob[]): Promise<Database> {
  const base = await openStorageScene();
  scenes.push(base);
  const url = new URL(base.databaseUrl);
  const name = `${url.pathname.slice(1)}_icu`;
  const admin = new pg.Client({ connectionString: base.databaseUrl });
  await admin.connect();
  await admin.query(`create database ${name} template template0 locale_provider icu icu_locale 'en-US' locale 'C'`);
  await admin.end();
  url.pathname = `/${name}`;
  const database = openDatabase(url.href);
  await migrateToLatest(database);
  const { rows } = await database.pool.query("select 'b' < 'C' as people");
  expect(rows).toEqual([{ people: true }]);
  const latest = createLatestStore(base.redis, `${base.prefix}icu:`);
  await recordAt({ database, latest }, "2026-11-19T20:00:00.000Z", jobs);
  await importSurveyRows(database, "2026-11-19T21:00:00.000Z", survey);
  return database;
}

describe("a release made again after news and corrections", () => {
  let later: StorageScene;
  beforeAll(async () => {
    later = await openScene(firstDay);
    await recordAt(later, "2026-11-20T09:30:00.000Z", laterDay);
    const [alpha, beta, ofThirdQuarter] = survey;
    await importSurveyRows(later.database, "2026-11-20T10:00:00.000Z", [
      { ...alpha, "cc1 total cost %": "5" },
      { ...beta },
      { ...ofThirdQuarter, "cc1 total cost %": "8" },
      { id: "4", firm: "Gamma", "cc1 total cost %": "9" },
    ]);
  });

  it("is the same to the byte: nothing of them was known", async () => {
    const again = await release(later.database, folders.open(), "2026-11-19");
    expect(hashesOf(again.directory)).toEqual(bytes);
  });

  it("of the day after has them, each in the revision known then, and says what changed", async () => {
    const folder = folders.open();
    const before = await release(later.database, folder, "2026-11-19");
    const after = await release(later.database, folder, "2026-11-20");
    expect(after.release.previous).toBe(before.release.id);
    const changes = Object.fromEntries(
      after.release.changes.map(({ dataset, added, revised, withdrawn }) => [dataset, [added, revised, withdrawn]]),
    );
    expect(changes).toMatchObject({
      quotes: [1, 1, 0],
      rates: [0, 1, 0],
      runs: [3, 0, 0],
      providers: [0, 0, 0],
      "survey-services": [2, 2, 0],
      "sdg-10-c-1": [0, 3, 0],
    });
    const feeOf = (directory: string) => rowsOf(directory, "quotes.csv").find((row) => row.quote_id === corrected)?.fee;
    expect([feeOf(before.directory), feeOf(after.directory)]).toEqual(["1.00", "1.10"]);
    const listed = rowsOf(after.directory, "changes.csv");
    expect(listed).toContainEqual({ dataset: "quotes", change: "revised", key: `["${corrected}"]` });
    expect(listed).toContainEqual({
      dataset: "rates",
      change: "revised",
      key: '["frankfurter","EUR","MAD","2026-11-19"]',
    });
    expect(listed).toContainEqual({
      dataset: "sdg-10-c-1",
      change: "revised",
      key: '["SI_RMT_COST","WLD","2013"]',
    });
    const changelog = readFileSync(join(after.directory, "CHANGELOG.md"), "utf8");
    expect(changelog).toContain(`- revised: \`["${corrected}"]\``);
    expect(changelog).toContain("| sdg-10-c-1 | 3 | 0 | 3 | 0 |");
    expect((await readReleases(folder)).map(({ id }) => id)).toEqual(["simulated-2026-11-19", "simulated-2026-11-20"]);
  });
});

describe("a release of the same day", () => {
  it("gets a number where its bytes differ, and says what was withdrawn", async () => {
    const folder = folders.open();
    await release(scene.database, folder, "2026-11-19");
    const gone = { ...(await catalogWithout("worldremit")), configSha256: "1".repeat(64) };
    const second = await release(scene.database, folder, "2026-11-19", gone);
    expect(second).toMatchObject({
      isNew: true,
      release: { id: "simulated-2026-11-19-2", previous: "simulated-2026-11-19" },
    });
    expect(second.release.changes.find(({ dataset }) => dataset === "providers")).toMatchObject({ withdrawn: 1 });
    expect(rowsOf(second.directory, "changes.csv")).toContainEqual({
      dataset: "providers",
      change: "withdrawn",
      key: '["worldremit"]',
    });
    expect((await release(scene.database, folder, "2026-11-19", gone)).isNew).toBe(false);
  });
});

async function catalogWithout(provider: string) {
  const { sceneCatalog } = await import("../support/comparison-scene.ts");
  const providers = new Map([...sceneCatalog.providers].filter(([key]) => key !== provider));
  return { catalog: { ...sceneCatalog, providers } };
}

describe("a release that is broken off", () => {
  it("leaves no release behind, goes on where it was, and comes to the same bytes", async () => {
    const folder = folders.open();
    const stopping = new AbortController();
    const seen: string[] = [];
    const tell = (_done: number, _total: number, what: string) => {
      seen.push(what);
      if (what.startsWith("survey-services")) stopping.abort(new Error("killed"));
    };
    const broken = release(scene.database, folder, "2026-11-19", { tell, stopping: stopping.signal });
    await expect(broken).rejects.toThrow(/killed|gave up/);
    expect(await readReleases(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual([".unfinished-simulated-2026-11-19"]);
    expect(existsSync(join(folder, ".unfinished-simulated-2026-11-19", "survey-services.csv"))).toBe(false);
    const told: string[] = [];
    const again = await release(scene.database, folder, "2026-11-19", {
      tell: (_done, _total, what) => told.push(what),
    });
    expect(seen.some((what) => what.startsWith("quotes"))).toBe(true);
    expect(told.some((what) => what.startsWith("quotes"))).toBe(false);
    expect(hashesOf(again.directory)).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(["simulated-2026-11-19"]);
  });

  it("takes nothing over that was made of other inputs", async () => {
    const folder = folders.open();
    const stopping = new AbortController();
    const tell = (_done: number, _total: number, what: string) => {
      if (what.startsWith("runs")) stopping.abort(new Error("killed"));
    };
    const other = { ...(await catalogWithout("worldremit")), configSha256: "1".repeat(64) };
    await expect(
      release(scene.database, folder, "2026-11-19", { ...other, tell, stopping: stopping.signal }),
    ).rejects.toThrow();
    expect(hashesOf((await release(scene.database, folder, "2026-11-19")).directory)).toEqual(bytes);
  });
});

describe("a figure with more digits than Parquet holds", () => {
  it("is not recorded where they stand before the point", () => {
    const tooLarge = rateOf("2026-11-19", uuid(9), { value: `1${"0".repeat(20)}` });
    expect(recordJob.safeParse(rateOf("2026-11-19", uuid(9))).success).toBe(true);
    expect(recordJob.safeParse(tooLarge).error?.issues).toMatchObject([
      { path: ["rates", 0, "value"], message: "at most 20 digits before the point" },
    ]);
  });

  it("stops no release where they stand behind it: CSV has all of them, Parquet those it holds", async () => {
    const other = await openScene([rateOf("2026-11-19", uuid(9), { value: "10.1234567890123456789" })]);
    const { directory } = await release(other.database, folders.open(), "2026-11-19");
    expect(rowsOf(directory, "rates.csv").map(({ value }) => value)).toContain("10.1234567890123456789");
    const duckdb = await (await DuckDBInstance.create(":memory:")).connect();
    const read = await duckdb.runAndReadAll(`select value::varchar from '${join(directory, "rates.parquet")}'`);
    expect(read.getRowsJson()).toEqual([["10.123456789012345679"]]);
    duckdb.closeSync();
  });
});

describe("a day that cannot be released", () => {
  it.each(["yesterday", "2026-02-30", "2026-11-23", "2026-11-24"])(
    "%s is refused, and nothing is made",
    async (day) => {
      const folder = folders.open();
      const now = () => new Date("2026-11-23T23:59:59.999Z");
      await expect(async () => release(scene.database, folder, day, { now })).rejects.toMatchObject({ code: "input" });
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it("waits for whoever began to record on that day", async () => {
    const client = await scene.database.pool.connect();
    await client.query("begin");
    await client.query("insert into meta values ('open', 'yes')");
    const today = dayOf(systemClock.now());
    let isMade = false;
    const making = release(scene.database, folders.open(), today, { now: () => endOfDay(shiftDay(today, 1)) }).then(
      () => {
        isMade = true;
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(isMade).toBe(false);
    await client.query("rollback");
    client.release();
    await making;
    expect(isMade).toBe(true);
  });
});
