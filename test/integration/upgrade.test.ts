import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { OffersAnswer } from "@openremit/shared/contracts";
import { claimMode, knownMigrations, migrateToLatest, openDatabase, readMigrations } from "@openremit/shared/storage";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { quoteOf } from "../support/comparison-scene.ts";
import { buildQuotesJob } from "../support/record-job.ts";
import { freshDatabaseUrl } from "../support/servers.ts";

const now = new Date("2026-11-23T12:00:00.000Z");
const at = "2026-11-23T11:50:00.000Z";

/** What a newer version may do while this one serves: add. */
const expansion = `
  alter table runs add column traced_by text;
  alter table quotes add column newer numeric default 0;
  alter table snapshots add column kept_until timestamptz;
  create table of_a_newer_version (id integer primary key);
  create index newer_index on rates (observed_on);
  insert into kysely_migration (name, timestamp) values ('9999-of-a-newer-version', '2026-12-01T00:00:00.000Z');
`;

describe("this version, started over tables that a newer one has brought further", () => {
  it("leaves them as they are and serves", async () => {
    const database = openDatabase(await freshDatabaseUrl());
    await migrateToLatest(database);
    await database.pool.query(expansion);
    expect(await migrateToLatest(database)).toEqual([]);
    await claimMode(database, "simulated");
    expect((await readMigrations(database)).at(-1)).toBe("9999-of-a-newer-version");
    await database.close();
  });
});

describe("this version's recorder and API, while a newer one migrates", () => {
  let scene: Awaited<ReturnType<typeof openApiOnServers>>;
  beforeAll(async () => {
    scene = await openApiOnServers(now);
    await scene.record(visit("10.70", "2026-11-23T10:50:00.000Z"));
    await scene.database.pool.query(expansion);
    await scene.record(visit("10.80", at));
  });
  afterAll(() => scene.close());

  it("go on recording, also what was not there before", async () => {
    const { rows } = await scene.database.pool.query("select rate::text, newer::text from quotes order by observed_at");
    expect(rows).toEqual([
      { rate: "10.70", newer: "0" },
      { rate: "10.80", newer: "0" },
    ]);
  });

  it.each([
    "/v1/corridors/be-ma/offers?pay=200",
    `/v1/corridors/be-ma/offers?pay=200&at=${at}`,
    "/v1/corridors/be-ma/history?since=2026-11-20",
    "/v1/corridors",
    "/v1/sources",
    "/v1/rates?base=EUR&quote=MAD",
    "/v1/exports/quotes.csv",
    "/v1/exports/runs.ndjson",
    "/v1/exports/corridor-days.csv",
    "/readyz",
  ])("go on answering %s", async (path) => {
    const response = await scene.get(path);
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
    await response.arrayBuffer();
  });

  it("prove their prices from the widened tables", async () => {
    const { offers } = (await (await scene.get(`/v1/corridors/be-ma/offers?pay=200&at=${at}`)).json()) as OffersAnswer;
    expect(offers.map(({ rate }) => rate)).toEqual(["10.80"]);
    expect((await scene.get(offers[0]?.receipt ?? "")).status).toBe(200);
  });
});

describe("a database of another line", () => {
  it("is refused where it lacks what this version needs and has what it does not know", async () => {
    const database = openDatabase(await freshDatabaseUrl());
    await migrateToLatest(database);
    const last = knownMigrations.at(-1);
    await database.pool.query("update kysely_migration set name = '0000-of-a-fork' where name = $1", [last]);
    await expect(migrateToLatest(database)).rejects.toThrow(`went through 0000-of-a-fork, which this version`);
    await expect(migrateToLatest(database)).rejects.toThrow(`lacks ${last}`);
    await database.close();
  });
});

function visit(rate: string, fetchedAt: string) {
  const quote = quoteOf({ rate, received: null, observedAt: fetchedAt, fetchedAt });
  return buildQuotesJob({ run: { source: quote.source, fetchedAt }, quotes: [quote] });
}
