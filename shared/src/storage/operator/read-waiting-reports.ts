import type { Database } from "../postgres/database.ts";

/** A report that nobody has judged; what was written in it is left to those who judge it. */
export interface WaitingReport {
  readonly reportId: string;
  readonly corridorKey: string;
  readonly provider: string;
  readonly receivedAt: string;
}

export interface WaitingReports {
  readonly count: number;
  /** The oldest few. */
  readonly oldest: readonly WaitingReport[];
}

export async function readWaitingReports({ pool }: Database, most: number): Promise<WaitingReports> {
  const { rows } = await pool.query<{
    report_id: string;
    corridor_key: string;
    provider: string;
    received_at: Date;
    count: number;
  }>(
    `select report_id, corridor_key, provider, received_at, (count(*) over ())::integer as count
     from reports where status = 'received' order by received_at limit $1`,
    [most],
  );
  const oldest = rows.map((row) => ({
    reportId: row.report_id,
    corridorKey: row.corridor_key,
    provider: row.provider,
    receivedAt: row.received_at.toISOString(),
  }));
  return { count: rows[0]?.count ?? 0, oldest };
}
