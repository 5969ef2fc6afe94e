import type { Coverage, QuoteObservation } from "../../contracts/index.ts";
import { corridorKey } from "../../domain/index.ts";
import { amountKey, everyAmount } from "../amount-key.ts";

/** One corridor and amount a run speaks for, with what it saw there. Empty is an answer too. */
export interface CoverageRow {
  readonly corridorKey: string;
  readonly amountKey: string;
  readonly fetchedAt: string;
  readonly quotes: QuoteObservation[];
}

/**
 * Sorts a run's quotes under what it covers: the coverage of the quote's own amount, else the one for every amount,
 * else the corridor's only one (a source may answer 200 with the price at 199.50). A quote that fits none is recorded
 * and never becomes part of the latest.
 */
export function buildCoverages(
  covers: readonly Coverage[],
  fetchedAt: string,
  quotes: readonly QuoteObservation[],
): readonly CoverageRow[] {
  const corridors = new Map<string, Map<string, CoverageRow>>();
  for (const covered of covers) {
    const key = corridorKey(covered.corridor);
    const amounts = corridors.get(key) ?? new Map<string, CoverageRow>();
    const amount = amountKey(covered.amount);
    if (!amounts.has(amount)) amounts.set(amount, { corridorKey: key, amountKey: amount, fetchedAt, quotes: [] });
    corridors.set(key, amounts);
  }
  for (const quote of quotes) {
    const amounts = corridors.get(corridorKey(quote.corridor));
    if (amounts !== undefined) coverageFor(quote, amounts)?.quotes.push(quote);
  }
  return [...corridors.values()].flatMap((amounts) => [...amounts.values()]);
}

function coverageFor(quote: QuoteObservation, amounts: ReadonlyMap<string, CoverageRow>): CoverageRow | undefined {
  const fitting = amounts.get(amountKey(quote.amount)) ?? amounts.get(everyAmount);
  if (fitting !== undefined) return fitting;
  const [only, ...others] = amounts.values();
  return others.length === 0 ? only : undefined;
}
