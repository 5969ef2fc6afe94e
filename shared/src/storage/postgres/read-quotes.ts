import type { QuoteObservation } from "../../contracts/index.ts";
import { amountKey } from "../amount-key.ts";
import type { Database } from "./database.ts";
import { buildStatement, type Reading, runStatement } from "./statement.ts";

const byId = buildStatement(
  "read-quote",
  `
select revision, run_id, recorded_at, observation from quotes where quote_id = {quoteId}::text
order by fetched_at desc, revision desc
`,
);

const between = buildStatement(
  "read-quotes-between",
  `
select distinct on (observed_at, quote_id) observation from quotes
where corridor_key = {corridorKey}::text and observed_at >= {since}::timestamptz and observed_at < {until}::timestamptz
  and ({amount}::numeric is null or amount is null or amount = {amount}::numeric)
order by observed_at, quote_id, fetched_at desc, revision desc
`,
);

/** One thing that was said under a quote's id. */
export interface QuoteRevision {
  readonly revision: number;
  readonly runId: string;
  readonly recordedAt: string;
  readonly quote: QuoteObservation;
}

interface RevisionRow extends Record<string, unknown> {
  readonly revision: number;
  readonly run_id: string;
  readonly recorded_at: Date;
  readonly observation: QuoteObservation;
}

/** Everything that was ever said under this id, what was fetched last first. */
export async function readQuoteRevisions(database: Database, quoteId: string): Promise<readonly QuoteRevision[]> {
  const rows = await runStatement<RevisionRow>(database.pool, byId, { quoteId });
  return rows.map((row) => ({
    revision: row.revision,
    runId: row.run_id,
    recordedAt: row.recorded_at.toISOString(),
    quote: row.observation,
  }));
}

export interface QuotesQuestion {
  /** Corridor key, such as `be-ma:EUR-MAD`. */
  readonly corridor: string;
  /** Sampled amount in send currency; schedules answer every amount and are always part. null: every amount. */
  readonly amount: string | null;
  /** Observed at or after. */
  readonly since: Date;
  /** Observed before. */
  readonly until: Date;
}

/** Of a price that was taken back: it stays in the record, with all its revisions, and is counted nowhere. */
export const withdrawnFlag = "withdrawn";

/** A corridor's history, oldest first, each quote once in its newest revision, without those that were taken back. */
export async function readQuotesBetween(reading: Reading, question: QuotesQuestion): Promise<QuoteObservation[]> {
  const rows = await runStatement<{ observation: QuoteObservation }>(reading.pool, between, {
    corridorKey: question.corridor,
    amount: question.amount === null ? null : amountKey(question.amount),
    since: question.since.toISOString(),
    until: question.until.toISOString(),
  });
  return rows.map((row) => row.observation).filter(({ flags }) => !flags.includes(withdrawnFlag));
}
