import type { NewReport } from "../../contracts/index.ts";
import { InputError } from "../../domain/index.ts";
import type { Database } from "../postgres/database.ts";

export const reportStatuses = ["received", "confirmed", "rejected"] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** What somebody reported, for the person who judges it. */
export interface StoredReport {
  readonly reportId: string;
  readonly quoteId: string;
  /** The quote's revision when it was reported. */
  readonly quoteRevision: number;
  readonly corridorKey: string;
  readonly provider: string;
  readonly source: string;
  readonly seen: Readonly<Record<"amount" | "fee" | "rate" | "received", string | null>>;
  readonly where: NewReport["where"];
  readonly seenOn: string;
  /** Null: none was written, or it was taken out. */
  readonly text: string | null;
  readonly language: string | null;
  readonly receivedAt: string;
  readonly status: ReportStatus;
}

export interface ReportDecision {
  readonly status: Exclude<ReportStatus, "received">;
  readonly why: string;
  readonly decidedAt: string;
  readonly correctedRevision: number | null;
}

const mostListed = 200;
/** So much of an id as lists show is enough where it is the only one. */
const shortestId = /^[0-9a-f]{8}[0-9a-f-]{0,28}$/;

const columns = `report_id, quote_id, quote_revision, corridor_key, provider, source, seen_amount, seen_fee, seen_rate,
  seen_received, seen_where, seen_on::text as seen_on, text, language, received_at, status`;

interface Row {
  report_id: string;
  quote_id: string;
  quote_revision: number;
  corridor_key: string;
  provider: string;
  source: string;
  seen_amount: string | null;
  seen_fee: string | null;
  seen_rate: string | null;
  seen_received: string | null;
  seen_where: NewReport["where"];
  seen_on: string;
  text: string | null;
  language: string | null;
  received_at: Date;
  status: ReportStatus;
}

/** Reports of these statuses, and how many there are: those that wait first, the oldest of them on top; then the newest. */
export async function readReports(
  { pool }: Pick<Database, "pool">,
  statuses: readonly ReportStatus[],
): Promise<{ readonly count: number; readonly reports: readonly StoredReport[] }> {
  const { rows } = await pool.query<Row & { count: number }>(
    `select ${columns}, (count(*) over ())::integer as count from reports where status = any($1)
     order by status <> 'received', case when status = 'received' then received_at end, received_at desc
     limit ${mostListed}`,
    [statuses],
  );
  return { count: rows[0]?.count ?? 0, reports: rows.map(reportOf) };
}

/** @throws InputError where no report has this id, or several begin with it. */
export async function findReport({ pool }: Pick<Database, "pool">, id: string): Promise<StoredReport> {
  if (!shortestId.test(id))
    throw new InputError(`"${id}" is no id of a report. The list shows the first 8 characters.`);
  const { rows } = await pool.query<Row>(
    `select ${columns} from reports where report_id::text like $1 || '%' limit 2`,
    [id],
  );
  const [row, other] = rows;
  if (row === undefined) throw new InputError(`There is no report ${id}.`);
  if (other !== undefined) throw new InputError(`Several reports begin with ${id}. Write more of the id.`);
  return reportOf(row);
}

export async function readReportDecisions(
  { pool }: Pick<Database, "pool">,
  reportId: string,
): Promise<readonly ReportDecision[]> {
  const { rows } = await pool.query<{
    status: ReportDecision["status"];
    why: string;
    decided_at: Date;
    corrected_revision: number | null;
  }>("select * from report_decisions where report_id = $1 order by decision_id", [reportId]);
  return rows.map((row) => ({
    status: row.status,
    why: row.why,
    decidedAt: row.decided_at.toISOString(),
    correctedRevision: row.corrected_revision,
  }));
}

/** Judges a report. A second thought is a second decision; both stay. */
export async function decideReport(
  { pool }: Pick<Database, "pool">,
  { reportId }: Pick<StoredReport, "reportId">,
  decision: Omit<ReportDecision, "correctedRevision">,
): Promise<void> {
  const { status, why, decidedAt } = decision;
  await pool.query(
    `with judged as (update reports set status = $2 where report_id = $1)
     insert into report_decisions (report_id, status, why, decided_at) values ($1, $2, $3, $4)`,
    [reportId, status, why, decidedAt],
  );
}

/** Takes a report's words out: somebody may have written a name there. The figures stay. */
export async function eraseReportText(
  { pool }: Pick<Database, "pool">,
  { reportId }: Pick<StoredReport, "reportId">,
): Promise<void> {
  await pool.query("update reports set text = null where report_id = $1", [reportId]);
}

function reportOf(row: Row): StoredReport {
  return {
    reportId: row.report_id,
    quoteId: row.quote_id,
    quoteRevision: row.quote_revision,
    corridorKey: row.corridor_key,
    provider: row.provider,
    source: row.source,
    seen: { amount: row.seen_amount, fee: row.seen_fee, rate: row.seen_rate, received: row.seen_received },
    where: row.seen_where,
    seenOn: row.seen_on,
    text: row.text,
    language: row.language,
    receivedAt: row.received_at.toISOString(),
    status: row.status,
  };
}
