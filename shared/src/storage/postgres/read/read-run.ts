import type { Run } from "../../../contracts/index.ts";
import type { Database } from "../database.ts";

export type RecordedVisit = Pick<
  Run,
  "runId" | "source" | "outcome" | "startedAt" | "finishedAt" | "fetchedAt" | "adapterVersion"
>;

/** One visit to a source; null when no such run was recorded. */
export async function readRun(database: Database, runId: string): Promise<RecordedVisit | null> {
  const row = await database.db
    .selectFrom("runs")
    .select(["run_id", "source", "outcome", "started_at", "finished_at", "fetched_at", "adapter_version"])
    .where("run_id", "=", runId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    runId: row.run_id,
    source: row.source,
    outcome: row.outcome as Run["outcome"],
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at.toISOString(),
    fetchedAt: row.fetched_at?.toISOString() ?? null,
    adapterVersion: row.adapter_version,
  };
}
