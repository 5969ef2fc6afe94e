import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { createLogger } from "@openremit/shared/runtime";
import { openStores, readRates, readSnapshot, type Stores } from "@openremit/shared/storage";
import { importHistory } from "../../services/standalone/src/import/import-history.ts";
import { loadHistory } from "../../services/standalone/src/import/load-history.ts";
import { freshDatabaseUrl, freshRedis } from "../support/servers.ts";
import { countRows } from "../support/storage-scene.ts";

const now = new Date("2026-11-23T12:00:00.000Z");
const csv = "test/fixtures/import/eurofxref-hist.csv";
const xml = "test/fixtures/sources/ecb/history.xml";
const catalog = loadCatalog("config");
let stores: Stores;

beforeAll(async () => {
  const redis = freshRedis();
  const logger = createLogger("test", { level: "silent" });
  stores = await openStores({
    databaseUrl: await freshDatabaseUrl(),
    redisUrl: redis.url,
    prefix: redis.prefix,
    mode: "real",
    name: "test",
    logger,
  });
});
afterAll(() => stores.close());

async function importFile(path: string, at = now) {
  const shown: string[] = [];
  const showProgress = (years: number) => {
    shown.push(`${years} years`);
    return {
      advance: (year: string) => void shown.push(year),
      note: () => undefined,
      done: () => void shown.push("done"),
    };
  };
  const summary = await importHistory(await loadHistory(path, at), { catalog, stores, showProgress });
  return { summary, shown };
}

describe("an import of the ECB's history", () => {
  it("records every figure year by year, and shows how far it is", async () => {
    expect(await importFile(csv)).toEqual({
      summary: { read: 13, stored: 13, revised: 0, known: 0, refused: 0 },
      shown: ["2 years", "2007", "2026", "done"],
    });
    const rates = await readRates(stores.database, { perPair: 10 });
    expect(rates).toHaveLength(13);
    const { answer } = await loadHistory(csv, now);
    expect(rates.find(({ quote, observedOn }) => quote === "CYP" && observedOn === "2007-12-31")).toEqual({
      source: "ecb",
      base: "EUR",
      quote: "CYP",
      value: "0.585274",
      observedOn: "2007-12-31",
      contributors: 1,
      fetchedAt: now.toISOString(),
      answerSha256: answer.bodySha256,
      flags: [],
      simulated: false,
    });
    expect((await readSnapshot(stores.database, answer.bodySha256))?.body).toEqual(answer.body);
    expect((await stores.latest.readRates()).length).toBe(13);
  });

  it("changes nothing when it is done again, a day later too", async () => {
    const tables = ["runs", "rates", "snapshots"];
    const rows = () => Promise.all(tables.map((table) => countRows(stores.database, table)));
    const before = await rows();
    const { summary } = await importFile(csv, new Date("2026-11-24T12:00:00.000Z"));
    expect(summary).toEqual({ read: 13, stored: 0, revised: 0, known: 13, refused: 0 });
    expect(await rows()).toEqual(before);
  });

  it("adds what another file knows besides, and takes figures that differ in zeros only for known", async () => {
    const { summary } = await importFile(xml);
    expect(summary).toMatchObject({ read: 47, revised: 0, refused: 0 });
    expect(summary.known).toBeGreaterThan(0);
    expect(summary.stored + summary.known).toBe(47);
  });

  it("refuses what is no such file", async () => {
    await expect(loadHistory("package.json", now)).rejects.toThrow(ConfigError);
    await expect(loadHistory("nowhere/eurofxref-hist.csv", now)).rejects.toThrow(/cannot be read/);
  });
});
