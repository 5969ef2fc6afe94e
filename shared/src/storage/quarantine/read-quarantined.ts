import type { Database } from "../postgres/database.ts";

/** A run that the checks set aside, and nobody has decided about. */
export interface QuarantinedRun {
  readonly runId: string;
  readonly source: string;
  readonly finishedAt: string;
  /** What the checks found. */
  readonly reason: string;
  /** Prices it would have brought; null where nothing of it is kept, so that it cannot be accepted. */
  readonly quotes: number | null;
  /** What it was about, by corridor of money. */
  readonly corridors: readonly string[];
}

interface Row {
  run_id: string;
  source: string;
  finished_at: Date;
  error_message: string | null;
  quotes: number | null;
  corridors: string[] | null;
}

/** Undecided runs, newest first. Each stands for itself: a later success does not take it away. */
export async function readQuarantined({ pool }: Database, most: number): Promise<readonly QuarantinedRun[]> {
  const { rows } = await pool.query<Row>(
    `select q.run_id, q.source, r.finished_at, r.error_message, json_array_length(q.job -> 'quotes') as quotes,
       (select array_agg(distinct c ->> 'id') from (
         select value -> 'corridor' as c from json_array_elements(q.job -> 'run' -> 'covers')
       ) covered) as corridors
     from quarantined_runs q join runs r using (run_id)
     where q.job is not null and not exists (select from quarantine_decisions d where d.run_id = q.run_id)
     order by r.finished_at desc limit $1`,
    [most],
  );
  return rows.map((row) => ({
    runId: row.run_id,
    source: row.source,
    finishedAt: row.finished_at.toISOString(),
    reason: row.error_message ?? "",
    quotes: row.quotes,
    corridors: row.corridors ?? [],
  }));
}

/** Empties what was set aside before: by then its prices are shown to nobody. Returns how many. */
export async function forgetQuarantined({ pool }: Database, before: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `update quarantined_runs q set job = null where job is not null and kept_at < $1
       and not exists (
         select from quarantine_decisions d where d.run_id = q.run_id and d.decision = 'accepted' and d.recorded_at is null
       )`,
    [before],
  );
  return rowCount ?? 0;
}
