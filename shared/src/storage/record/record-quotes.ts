import type { LatestEntry, QuoteObservation } from "../../contracts/index.ts";
import { corridorKey } from "../../domain/index.ts";
import { amountOf } from "../amount-key.ts";
import type { Database } from "../postgres/database.ts";
import { createMonthPartitions } from "../postgres/month-partitions.ts";
import { runStatement } from "../postgres/statement.ts";
import type { CoverageRow } from "./build-coverages.ts";
import { quotesStatement } from "./quotes-statement.ts";
import type { Recording, RunToRecord } from "./recording.ts";
import { runValues } from "./run-statement-parts.ts";
import { quoteValueHash } from "./value-hash.ts";

interface Outcome extends Record<string, unknown> {
  readonly claimed: boolean;
  readonly mode: string | null;
  readonly inserted: number;
  readonly revised: number;
  readonly kept: readonly { readonly n: number; readonly observation: QuoteObservation }[] | null;
}

/** Writes a run of quotes in one statement. Quotes known already keep the observation that was stored first. */
export async function recordQuotes(database: Database, { job, quotes, coverages }: RunToRecord): Promise<Recording> {
  await createMonthPartitions(
    database,
    "quotes",
    quotes.map((quote) => quote.observedAt),
  );
  await createMonthPartitions(
    database,
    "run_coverages",
    coverages.map((covered) => covered.fetchedAt),
  );
  const values = { ...runValues(job), ...quoteValues(quotes), ...coverageValues(quotes, coverages) };
  const [outcome] = await runStatement<Outcome>(database.pool, quotesStatement, values);
  const { claimed = false, mode = null, inserted = 0, revised = 0, kept = null } = outcome ?? {};
  const known = new Map(kept?.map(({ n, observation }) => [quotes[n - 1], observation]));
  const entries = new Map<string, LatestEntry[]>();
  for (const covered of coverages) {
    const entry: LatestEntry = {
      source: job.run.source,
      amount: amountOf(covered.amountKey),
      runId: job.run.runId,
      fetchedAt: covered.fetchedAt,
      quotes: covered.quotes.map((quote) => known.get(quote) ?? quote),
    };
    entries.set(covered.corridorKey, [...(entries.get(covered.corridorKey) ?? []), entry]);
  }
  return { claimed, mode, entries, rates: [], inserted, revised, unchanged: quotes.length - inserted - revised };
}

function quoteValues(quotes: readonly QuoteObservation[]) {
  return {
    quoteIds: quotes.map((quote) => quote.quoteId),
    corridorKeys: quotes.map((quote) => corridorKey(quote.corridor)),
    observedAt: quotes.map((quote) => quote.observedAt),
    providers: quotes.map((quote) => quote.provider),
    payIns: quotes.map((quote) => quote.payIn),
    payOuts: quotes.map((quote) => quote.payOut),
    amounts: quotes.map((quote) => quote.amount),
    fees: quotes.map((quote) => quote.fee),
    rates: quotes.map((quote) => quote.rate),
    payOutFees: quotes.map((quote) => quote.payOutFee),
    received: quotes.map((quote) => quote.received),
    quoteFetchedAt: quotes.map((quote) => quote.fetchedAt),
    valueHashes: quotes.map(quoteValueHash),
    observations: quotes.map((quote) => JSON.stringify(quote)),
  };
}

function coverageValues(quotes: readonly QuoteObservation[], coverages: readonly CoverageRow[]) {
  const numbers = new Map(coverages.flatMap((covered, index) => covered.quotes.map((quote) => [quote, index + 1])));
  return {
    coverageNumbers: quotes.map((quote) => numbers.get(quote) ?? null),
    coveredCorridors: coverages.map((covered) => covered.corridorKey),
    coveredAmounts: coverages.map((covered) => covered.amountKey),
    coveredAt: coverages.map((covered) => covered.fetchedAt),
  };
}
