import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import {
  claimMode,
  type Database,
  migrateToLatest,
  openDatabase,
  readLatest,
  recordRun,
} from "@openremit/shared/storage";
import type { Kysely } from "kysely";
import * as foundation from "../../shared/src/storage/postgres/migrations/0001-foundation.ts";
import * as runConduct from "../../shared/src/storage/postgres/migrations/0002-run-conduct.ts";
import { beMaKey, buildQuote, buildQuotesJob } from "../support/record-job.ts";
import { freshDatabaseUrl } from "../support/servers.ts";
import { countRows, openStorageScene, type StorageScene } from "../support/storage-scene.ts";

describe("the guards of the record", () => {
  let scene: StorageScene;
  beforeEach(async () => {
    scene = await openStorageScene();
  });
  afterEach(() => scene.close());

  it("refuses to change, remove or empty what was recorded, in the tables and in their partitions", async () => {
    await recordRun(scene.database, buildQuotesJob({ quotes: [buildQuote()] }));
    const attempts = [
      "update quotes set fee = 0",
      "delete from quotes_2026_11",
      "truncate quotes",
      "update run_coverages set source = 'bolt'",
      "delete from runs",
    ];

    for (const attempt of attempts) {
      await expect(scene.database.pool.query(attempt)).rejects.toThrow(/append-only/);
    }

    expect(await countRows(scene.database, "quotes")).toBe(1);
  });

  it("keeps what was recorded before a migration as it was", async () => {
    const database = openDatabase(await freshDatabaseUrl());
    const untyped = database.db as unknown as Kysely<unknown>;
    await foundation.up(untyped);
    await database.pool.query(`
      insert into runs (run_id, source, kind, outcome, started_at, finished_at, adapter_version, simulated,
        quote_count, rate_count, issue_count)
      values (gen_random_uuid(), 'acme', 'quotes', 'empty', now(), now(), '1', true, 0, 0, 0)`);
    const before = (await database.pool.query("select * from runs")).rows;

    await runConduct.up(untyped);

    const after = (await database.pool.query("select * from runs")).rows;
    expect(after).toEqual(before.map((row) => ({ ...row, robots: null, robots_read_at: null })));
    await database.close();
  });

  it("makes each month's partition once, whoever of several processes needs it first", async () => {
    const others = Array.from({ length: 4 }, () => openDatabase(scene.databaseUrl));
    const months = ["2026-01", "2026-02", "2026-03"];
    const jobs = others.map((_, index) =>
      buildQuotesJob({
        quotes: months.map((month) => buildQuote({ provider: `p${index}`, observedAt: `${month}-15T12:00:00Z` })),
      }),
    );

    await Promise.all(others.map((database, index) => recordRun(database, jobs[index] ?? buildQuotesJob())));

    await Promise.all(others.map((database) => database.close()));
    expect(await countRows(scene.database, "quotes")).toBe(12);
    const { rows } = await scene.database.pool.query(
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'quotes'::regclass order by 1",
    );
    expect(rows.map((row) => row.name)).toEqual(["quotes_2026_01", "quotes_2026_02", "quotes_2026_03"]);
  });

  it("keeps the last instant of a month and the first of the next in their own partitions", async () => {
    const quotes = ["2025-12-31T23:59:59.999Z", "2026-01-01T00:00:00Z"].map((observedAt) => buildQuote({ observedAt }));

    await recordRun(scene.database, buildQuotesJob({ quotes }));

    expect(await countRows(scene.database, "quotes_2025_12")).toBe(1);
    expect(await countRows(scene.database, "quotes_2026_01")).toBe(1);
  });

  it("leaves nothing behind when its connection is killed in the middle of a run, and takes the run afterwards", async () => {
    const job = buildQuotesJob({ quotes: [buildQuote(), buildQuote({ payOut: "cash_pickup" })] });
    const blocker = await scene.database.pool.connect();
    // The same key, not committed: the statement has to wait for its fate.
    await blocker.query("begin");
    await blocker.query("insert into coverage_keys values ($1, 'acme', '200')", [beMaKey]);
    const killed = expect(recordRun(scene.database, job)).rejects.toThrow();
    await killWaitingStatement(scene.database);
    await killed;
    await blocker.query("rollback");
    blocker.release();

    expect(await countRows(scene.database, "runs")).toBe(0);
    expect(await countRows(scene.database, "quotes")).toBe(0);
    expect(await readLatest(scene.database)).toEqual(new Map());
    expect(await recordRun(scene.database, job)).toMatchObject({ inserted: 2 });
    expect((await readLatest(scene.database)).get(beMaKey)?.[0]?.quotes).toEqual(job.quotes);
  });

  it("migrates once, and says so the second time", async () => {
    expect(await migrateToLatest(scene.database)).toEqual([]);
  });

  it("stays in the mode that claimed it first", async () => {
    await claimMode(scene.database, "simulated");
    await claimMode(scene.database, "simulated");

    await expect(claimMode(scene.database, "real")).rejects.toThrow(
      /holds simulated data and was opened in real mode\. Give DATABASE_URL .* start in simulated mode\./,
    );
    const real = buildQuotesJob({ run: { simulated: false }, quotes: [buildQuote({ simulated: false })] });
    await expect(recordRun(scene.database, real)).rejects.toMatchObject({ code: "config" });
    expect(await countRows(scene.database, "runs")).toBe(0);
  });

  it("claims an empty Redis for one mode too", async () => {
    await scene.latest.claimMode("real");
    await scene.latest.claimMode("real");

    await expect(scene.latest.claimMode("simulated")).rejects.toMatchObject({ code: "config" });
  });
});

async function killWaitingStatement({ pool }: Database): Promise<void> {
  for (;;) {
    const killed = await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    if (killed.rowCount === 1) return;
  }
}
