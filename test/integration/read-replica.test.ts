import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  createReadingDatabase,
  createReplicaLag,
  type Database,
  openDatabase,
  openRecordView,
  openStores,
  recordRun,
} from "@openremit/shared/storage";
import { checkReplica } from "../../services/standalone/src/doctor/check-replica.ts";
import type { DoctorGround } from "../../services/standalone/src/doctor/ground.ts";
import { createPast } from "../../shared/src/comparison/past.ts";
import { quietLogger } from "../support/comparison-scene.ts";
import { buildQuote, buildQuotesJob } from "../support/record-job.ts";
import { type Replicated, startReplicated } from "../support/replica.ts";
import { freshRedis } from "../support/servers.ts";
import { smallCatalog } from "../support/staircase.ts";
import { until } from "../support/until.ts";

let servers: Replicated;
let primary: Database;
let replica: Database;
let reading: Database;

beforeAll(async () => {
  servers = await startReplicated();
  const { url: redisUrl, prefix } = freshRedis();
  const databaseUrl = servers.primaryUrl;
  const operator = openDatabase(servers.primaryUrl);
  // What is committed is written seconds later, as it may be on a busy machine.
  await setWalWriterDelay(operator, "2s");
  const opening = { databaseUrl, redisUrl, prefix, mode: "simulated", name: "test", logger: quietLogger } as const;
  const stores = await openStores({ ...opening, databaseReadUrl: servers.replicaUrl });
  await until(() => isReplica(stores.reading));
  expect(await countRuns(stores.reading)).toBe(0);
  await stores.close();
  await setWalWriterDelay(operator, "200ms");
  await operator.close();
  primary = openDatabase(servers.primaryUrl);
  replica = openDatabase(servers.replicaUrl);
  reading = createReadingDatabase({ primary, replica, logger: quietLogger, longestLagMs: 2_000 });
  await until(() => isReplica(reading));
});
afterAll(async () => {
  await reading?.close();
  await primary?.close();
  await servers?.close();
});

async function setWalWriterDelay({ pool }: Database, delay: string): Promise<void> {
  await pool.query(`alter system set wal_writer_delay = '${delay}'`);
  await pool.query("select pg_reload_conf()");
}
const question = "select pg_is_in_recovery() as replica";
async function isReplica({ pool }: Pick<Database, "pool">): Promise<boolean> {
  return (await pool.query<{ replica: boolean }>(question)).rows[0]?.replica ?? false;
}
async function countRuns({ pool }: Pick<Database, "pool">): Promise<number> {
  return (await pool.query<{ runs: number }>("select count(*)::integer as runs from runs")).rows[0]?.runs ?? -1;
}

describe("a record that stands on a primary and a streaming replica", () => {
  it("is read from the replica, which has what was written to the primary", async () => {
    await recordRun(primary, buildQuotesJob({ quotes: [buildQuote()] }));
    await until(async () => (await countRuns(reading)) === 1);
    expect(await isReplica(reading)).toBe(true);
    const rows = await reading.db.selectFrom("runs").select("run_id").execute();
    expect(rows).toHaveLength(1);
  });

  it("is exported from the replica, and an export that is abandoned is cancelled there", async () => {
    const view = await openRecordView(reading, { statementTimeoutMs: 5_000, streamTimeoutMs: 30_000 });
    const { rows } = await view.pool.query<{ replica: boolean }>({ text: question });
    expect(rows).toEqual([{ replica: true }]);
    const sleeping = view.pool.query({ text: "select pg_sleep(20)" }).catch((error: Error) => error.message);
    await view.abandon();
    expect(await sleeping).toMatch(/cancel|terminated/i);
  });

  it("gives the receipt of a price that the replica does not have yet", async () => {
    await replica.pool.query("select pg_wal_replay_pause()");
    const job = buildQuotesJob({
      quotes: [buildQuote({ observedAt: "2026-11-20T13:00:00Z", quoteId: "f".repeat(64) })],
    });
    await recordRun(primary, job);
    const past = createPast(smallCatalog(), reading, primary);
    const quoteId = job.quotes[0]?.quoteId ?? "";
    expect(await isReplica(reading)).toBe(true);
    expect(await createPast(smallCatalog(), reading).quoteRevisions(quoteId)).toEqual([]);
    expect(await past.quoteRevisions(quoteId)).toHaveLength(1);
    expect(await past.run(job.run.runId)).toMatchObject({ runId: job.run.runId });
  });

  it("is read from the primary while the replica is further behind than allowed, and no longer", async () => {
    await until(async () => !(await isReplica(reading)));
    expect(await countRuns(reading)).toBe(2);
    await replica.pool.query("select pg_wal_replay_resume()");
    await until(() => isReplica(reading));
    expect(await countRuns(reading)).toBe(2);
  });

  it("is read from the primary while the replica is away, without a question that fails", async () => {
    await servers.killReplica();
    for (let asked = 0; asked < 20; asked += 1) expect(await isReplica(reading)).toBe(false);
    await servers.startReplica();
    await until(() => isReplica(reading));
  });

  it("is looked at by the doctor, who tells a replica from another server", async () => {
    const say = (url: string) =>
      checkReplica({ env: { DATABASE_READ_URL: url } as DoctorGround["env"], databaseUrl: servers.primaryUrl });
    expect(await say(servers.replicaUrl)).toMatchObject([
      { state: "good", found: "follows its primary" },
      { state: "doubtful", found: "hot_standby_feedback is off: it cancels exports that take long." },
    ]);
    const operator = openDatabase(servers.replicaUrl);
    await operator.pool.query("alter system set hot_standby_feedback = on");
    await operator.pool.query("select pg_reload_conf()");
    await until(async () => (await say(servers.replicaUrl)).length === 1);
    expect(await say(servers.replicaUrl)).toMatchObject([{ state: "good", found: "follows its primary" }]);
    await operator.pool.query("select pg_wal_replay_pause()");
    const state = "select pg_get_wal_replay_pause_state() as state";
    await until(async () => (await operator.pool.query<{ state: string }>(state)).rows[0]?.state === "paused");
    await primary.pool.query("begin; set local synchronous_commit = on; create table not_there_yet (); commit");
    expect(await say(servers.replicaUrl)).toMatchObject([
      { state: "doubtful", found: /what its primary had 10 s ago/ },
    ]);
    await operator.pool.query("select pg_wal_replay_resume()");
    await operator.close();
    expect(await say(servers.primaryUrl)).toMatchObject([{ state: "wrong" }]);
    expect(await say("postgres://nobody@127.0.0.1:1/x")).toMatchObject([{ state: "wrong" }]);
  });

  it("is not read from a server that follows no other", async () => {
    const another = openDatabase(servers.primaryUrl);
    const wrong = createReadingDatabase({ primary, replica: another, logger: quietLogger });
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const connections = another.pool.totalCount;
    await countRuns(wrong);
    expect(another.pool.totalCount).toBe(connections);
    await wrong.close();
  });

  it("is read from the replica while the primary is away", async () => {
    await servers.killPrimary();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await countRuns(reading)).toBe(2);
  });
});

describe("how far a replica is behind", () => {
  it("is told by when the primary wrote what is missing, and nothing missing is no lag", () => {
    const lag = createReplicaLag();
    lag.primaryWas(0, 100n);
    expect(lag.replicaHas(0, 100n)).toBe(0);
    lag.primaryWas(1_000, 100n);
    lag.primaryWas(2_000, 200n);
    lag.primaryWas(3_000, 300n);
    expect(lag.replicaHas(3_500, 100n)).toBe(1_500);
    expect(lag.replicaHas(4_000, 250n)).toBe(1_000);
    expect(lag.replicaHas(9_000, 300n)).toBe(0);
  });
});
