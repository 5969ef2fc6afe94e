import { isDeepStrictEqual } from "node:util";
import type { RecordJob } from "@openremit/shared/contracts";
import { type Database, type LatestStore, rebuildLatest } from "@openremit/shared/storage";
import type { WatchedQueue } from "./eyes.ts";
import { knownSource } from "./known-visits.ts";

export interface Damage {
  /** Observations that Redis said yes to and the record does not hold. */
  readonly lost: number;
  /** Rows too many: an observation recorded twice, or with a revision nobody made. */
  readonly doubled: number;
  /** Whether the projection is what a rebuild makes of the record. */
  readonly isLatestRight: boolean;
  /** Jobs given up, or taken by somebody who is no more. */
  readonly stuckJobs: readonly string[];
}

interface Remains {
  readonly database: Database;
  readonly latest: LatestStore;
  readonly queues: readonly WatchedQueue[];
}

/** Compares what was acknowledged with what is there, once everything has settled. */
export async function countDamage(
  visits: readonly RecordJob[],
  { database, latest, queues }: Remains,
): Promise<Damage> {
  const known = new Set(visits.flatMap(({ quotes }) => quotes.map(({ quoteId }) => quoteId)));
  const { rows } = await database.pool.query<{ quote_id: string; rows: number }>(
    "select quote_id, count(*)::integer as rows from quotes where source = $1 group by quote_id",
    [knownSource],
  );
  const found = new Set(rows.map(({ quote_id }) => quote_id));
  const projected = await readProjection(latest);
  await rebuildLatest(database, latest);
  const rebuilt = await readProjection(latest);
  const open = await Promise.all(queues.map((queue) => queue.getJobs(["active", "failed", "waiting", "prioritized"])));
  return {
    lost: [...known].filter((quoteId) => !found.has(quoteId)).length,
    doubled: rows.reduce((sum, row) => sum + (known.has(row.quote_id) ? row.rows - 1 : row.rows), 0),
    isLatestRight: isDeepStrictEqual(projected, rebuilt),
    stuckJobs: await Promise.all(
      open
        .flat()
        .map(async (job) => `${job.queueName} ${job.id} is ${await job.getState()}: ${job.failedReason ?? ""}`),
    ),
  };
}

async function readProjection(latest: LatestStore) {
  return { entries: await latest.readAll(), versions: await latest.readVersions(), rates: await latest.readRates() };
}
