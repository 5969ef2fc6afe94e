import { randomUUID } from "node:crypto";
import { type QuoteObservation, type RecordJob, robotsNotAsked } from "../../contracts/index.ts";
import { corridorKey, DomainError, InputError } from "../../domain/index.ts";
import type { Database } from "../postgres/database.ts";
import { readLatest } from "../postgres/read-latest.ts";
import { readQuoteRevisions } from "../postgres/read-quotes.ts";
import {
  buildCorrection,
  type CorrectedFigures,
  correctedFlag,
  describeCorrection,
  isLarge,
  saysSame,
} from "./build-correction.ts";
import type { StoredReport } from "./review-reports.ts";

/** The run of a correction is no visit to its source. */
export const correctionVersion = "correction";

export interface Correcting {
  readonly database: Database;
  readonly now: Date;
  /** Records a run and refreshes the latest prices. */
  readonly record: (job: RecordJob) => Promise<unknown>;
  /** Somebody has looked at the figures twice. */
  readonly isSure: boolean;
}

export interface CorrectedQuote {
  readonly quoteId: string;
  readonly revision: number;
  /** As the public log says it. */
  readonly what: string;
  /** False: the price was no longer shown, and only its history was corrected. */
  readonly isShown: boolean;
}

/**
 * Corrects the price that a report is about: a new revision beside the old ones, a line in the public log, and the report
 * confirmed. A correction that broke off half-way is finished by asking for it again.
 *
 * @throws InputError where nothing would change, or much would and nobody is sure.
 */
export async function correctQuote(
  report: StoredReport,
  figures: CorrectedFigures,
  why: string,
  { database, now, record, isSure }: Correcting,
): Promise<CorrectedQuote> {
  const revisions = (await readQuoteRevisions(database, report.quoteId)).map(({ quote }) => quote);
  const [current] = revisions;
  if (current === undefined) throw new DomainError(`a report is about ${report.quoteId}, which the record lacks`);
  const corrected = buildCorrection(current, figures, now);
  const isRecorded = saysSame(current, corrected);
  const old = isRecorded ? revisions.find((quote) => !saysSame(quote, corrected)) : current;
  if (isRecorded && (old === undefined || !(await isUntold(database, current)))) {
    throw new InputError("The price says so already: nothing would change.");
  }
  if (!isRecorded && !isSure && isLarge(current, corrected)) {
    const what = describeCorrection(current, corrected);
    throw new InputError(`That is a large change: ${what} Nothing is recorded yet. If it is right, add --yes.`);
  }
  const standing = await readStanding(database, current);
  if (!isRecorded) await record(buildJob(corrected, standing, now));
  const [last] = await readQuoteRevisions(database, report.quoteId);
  const told = { revision: last?.revision ?? 0, what: describeCorrection(old ?? current, corrected) };
  await tell(database, report, { ...told, why, now });
  return { quoteId: report.quoteId, isShown: standing !== null, ...told };
}

interface Standing {
  readonly amount: string | null;
  readonly quotes: readonly QuoteObservation[];
}

/** The visit in which the quote is shown, whole; null where it is shown no longer. */
async function readStanding(
  database: Database,
  { quoteId, corridor, source }: QuoteObservation,
): Promise<Standing | null> {
  const key = corridorKey(corridor);
  const entries = (await readLatest(database, { corridorKey: key })).get(key) ?? [];
  return (
    entries.find((entry) => entry.source === source && entry.quotes.some((quote) => quote.quoteId === quoteId)) ?? null
  );
}

function buildJob(corrected: QuoteObservation, standing: Standing | null, now: Date): RecordJob {
  const at = now.toISOString();
  const { source, corridor, simulated } = corrected;
  return {
    schemaVersion: 1,
    run: {
      runId: randomUUID(),
      source,
      kind: "quotes",
      outcome: "stored",
      startedAt: at,
      finishedAt: at,
      fetchedAt: at,
      covers: standing === null ? [] : [{ corridor, amount: standing.amount }],
      errorCode: null,
      errorMessage: null,
      adapterVersion: correctionVersion,
      robots: robotsNotAsked,
      simulated,
    },
    quotes: standing?.quotes.map((quote) => (quote.quoteId === corrected.quoteId ? corrected : quote)) ?? [corrected],
    rates: [],
    issues: [],
  };
}

/** Whether a correction was recorded and the log never heard of it. */
async function isUntold({ pool }: Database, { quoteId, flags, fetchedAt }: QuoteObservation): Promise<boolean> {
  if (!flags.includes(correctedFlag)) return false;
  const { rows } = await pool.query("select from corrections where quote_id = $1 and published_at >= $2 limit 1", [
    quoteId,
    fetchedAt,
  ]);
  return rows.length === 0;
}

async function tell(
  { pool }: Database,
  report: StoredReport,
  { revision, what, why, now }: { revision: number; what: string; why: string; now: Date },
): Promise<void> {
  await pool.query(
    `with logged as (
       insert into corrections (published_at, corridor_key, provider, quote_id, what, why)
       values ($1, $2, $3, $4, $5, $6)
     ), judged as (update reports set status = 'confirmed' where report_id = $7)
     insert into report_decisions (report_id, status, why, corrected_revision, decided_at)
     values ($7, 'confirmed', $6, $8, $1)`,
    [now, report.corridorKey, report.provider, report.quoteId, what, why, report.reportId, revision],
  );
}
