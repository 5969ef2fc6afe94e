import { setTimeout as delay } from "node:timers/promises";
import { type Database, longestReplicaLagMs, openDatabase } from "@openremit/shared/storage";
import { doubtful, type Finding, good, wrong } from "./finding.ts";
import type { DoctorGround } from "./ground.ts";

const what = "PostgreSQL, replica";
const lookEveryMs = 250;

/** The server that API and site read the past from, where one is named. They do without while it is away. */
export async function checkReplica({
  env,
  databaseUrl,
}: Pick<DoctorGround, "env" | "databaseUrl">): Promise<readonly Finding[]> {
  const url = env.DATABASE_READ_URL;
  if (url === undefined) return [];
  const replica = openDatabase(url, { poolSize: 1, applicationName: "openremit doctor" });
  try {
    const { rows } = await replica.pool.query<{ follows: boolean; feedback: string }>(
      "select pg_is_in_recovery() as follows, current_setting('hot_standby_feedback') as feedback",
    );
    const [says] = rows;
    if (!says?.follows) {
      const fix = "Name a streaming replica of DATABASE_URL in DATABASE_READ_URL, or leave it out.";
      return [wrong(what, "this server follows no other: it is not read from.", fix)];
    }
    const isBehind = databaseUrl !== null && !(await catchesUp(replica, databaseUrl));
    return [isBehind ? lag : good(what, "follows its primary"), ...(says.feedback === "on" ? [] : [feedback])];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [wrong(what, `cannot be reached: ${why}`, "Start it, or correct DATABASE_READ_URL.")];
  } finally {
    await replica.close();
  }
}

const lag = doubtful(
  what,
  `what its primary had ${longestReplicaLagMs / 1_000} s ago is not there: it is not read from.`,
  "Its log says why; select * from pg_stat_replication at the primary says how far it is.",
);
const feedback = doubtful(
  what,
  "hot_standby_feedback is off: it cancels exports that take long.",
  "postgresql.conf of the replica: hot_standby_feedback = on",
);

/** Whether what the primary has now is there in time. True where the primary does not answer: that is told apart. */
async function catchesUp(replica: Database, databaseUrl: string): Promise<boolean> {
  const primary = openDatabase(databaseUrl, { poolSize: 1, applicationName: "openremit doctor" });
  try {
    const { rows } = await primary.pool
      .query<{ position: string }>("select pg_current_wal_lsn()::text as position")
      .catch(() => ({ rows: [] }));
    const [written] = rows;
    if (written === undefined) return true;
    const until = performance.now() + longestReplicaLagMs;
    for (;;) {
      const replayed = await replica.pool.query<{ is_there: boolean }>(
        "select pg_last_wal_replay_lsn() >= $1::pg_lsn as is_there",
        [written.position],
      );
      if (replayed.rows[0]?.is_there) return true;
      if (performance.now() > until) return false;
      await delay(lookEveryMs);
    }
  } finally {
    await primary.close();
  }
}
