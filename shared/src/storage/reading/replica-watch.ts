import type { Pool } from "pg";
import { inTime, type Logger } from "../../runtime/index.ts";
import { createReplicaLag } from "./replica-lag.ts";

/** Whether a replica may be read from. */
export interface ReplicaWatch {
  isUsable(): boolean;
  /** It did not give a connection: not before the next look. */
  giveUp(error: unknown): void;
  stop(): void;
}

interface Watched {
  readonly primary: Pool;
  readonly replica: Pool;
  /** A replica further behind is not read from. */
  readonly longestLagMs: number;
  readonly logger: Logger;
}

const everyMs = 1_000;
const patienceMs = 1_000;

const written = {
  text: "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::text as position",
  query_timeout: patienceMs,
};
/** Also what is committed and not written yet, where `synchronous_commit` is off. */
const committed = {
  text: "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text as position",
  query_timeout: patienceMs,
};
/** Null on a server that follows no other. */
const replayed = {
  text: "select case when pg_is_in_recovery() then pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::text end as position",
  query_timeout: patienceMs,
};

/** Looks at both every second. Nothing is read from the replica before the first look. */
export function watchReplica({ primary, replica, longestLagMs, logger }: Watched): ReplicaWatch {
  const lag = createReplicaLag();
  let isUsable = false;
  /** What the replica must have before it is read from: all that was there at the first look, tables above all. */
  let least: bigint | null = null;
  let said: string | null = null;
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;

  function judge(problem: string | null): void {
    if (isStopped) return;
    isUsable = problem === null;
    if (problem === said) return;
    said = problem;
    if (problem === null) logger.info("the replica is read from again");
    else logger.warn({ problem }, "the replica is not read from");
  }

  async function look(): Promise<void> {
    const asked = performance.now();
    // A primary that is away writes nothing either: the replica is no further behind than it was.
    const position = await positionOf(primary, written).catch(() => null);
    if (position !== null) lag.primaryWas(asked, position);
    const has = await positionOf(replica, replayed);
    if (has === null) return judge("DATABASE_READ_URL names a server that is no replica");
    least ??= await positionOf(primary, committed).catch(() => null);
    if (position === null || least === null) return;
    if (has < least) return judge("has not caught up yet");
    const behindMs = lag.replicaHas(performance.now(), has);
    judge(behindMs > longestLagMs ? `more than ${longestLagMs / 1_000} seconds behind` : null);
  }

  async function goOn(): Promise<void> {
    await look().catch(() => judge("out of reach"));
    if (!isStopped) timer = setTimeout(goOn, everyMs).unref();
  }

  void goOn();
  return {
    isUsable: () => isUsable,
    giveUp: () => judge("out of reach"),
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

async function positionOf(pool: Pool, question: typeof written): Promise<bigint | null> {
  const { rows } = await inTime(patienceMs, pool.query<{ position: string | null }>(question), "PostgreSQL");
  const position = rows[0]?.position ?? null;
  return position === null ? null : BigInt(position);
}
