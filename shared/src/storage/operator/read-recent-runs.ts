import type { Run } from "../../contracts/index.ts";
import type { Database } from "../postgres/database.ts";

export interface RecentRun extends Pick<Run, "runId" | "source" | "outcome" | "finishedAt" | "errorMessage"> {
  readonly quotes: number;
  readonly rates: number;
}

/** The runs recorded last, newest first, of all sources: the newest few of each, because no index has all by time. */
export async function readRecentRuns({ pool }: Database, most: number): Promise<readonly RecentRun[]> {
  const { rows } = await pool.query<{
    run_id: string;
    source: string;
    outcome: Run["outcome"];
    finished_at: Date;
    error_message: string | null;
    quote_count: number;
    rate_count: number;
  }>(
    `with recursive visited as (
       (select source from runs order by source limit 1)
       union all
       select (select r.source from runs r where r.source > v.source order by r.source limit 1)
       from visited v where v.source is not null
     )
     select l.* from visited v cross join lateral (
       select run_id, source, outcome, finished_at, error_message, quote_count, rate_count
       from runs where source = v.source order by started_at desc limit $1
     ) l order by l.finished_at desc limit $1`,
    [most],
  );
  return rows.map((row) => ({
    runId: row.run_id,
    source: row.source,
    outcome: row.outcome,
    finishedAt: row.finished_at.toISOString(),
    errorMessage: row.error_message,
    quotes: row.quote_count,
    rates: row.rate_count,
  }));
}
