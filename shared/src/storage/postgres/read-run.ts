import type { Run } from "../../contracts/index.ts";
import type { Database } from "./database.ts";

/** A visit, as a receipt tells of it. */
export type RecordedVisit = Pick<
  Run,
  "runId" | "source" | "outcome" | "startedAt" | "finishedAt" | "fetchedAt" | "adapterVersion"
>;

/** The visit under this id; null when there never was one. */
export async function readRun(database: Database, runId: string): Promise<RecordedVisit | null> {
  const row = await database.db.selectFrom("runs").selectAll().where("run_id", "=", runId).executeTakeFirst();
  if (row === undefined) return null;
  return {
    runId: row.run_id,
    source: row.source,
    outcome: row.outcome,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at.toISOString(),
    fetchedAt: row.fetched_at?.toISOString() ?? null,
    adapterVersion: row.adapter_version,
  };
}
