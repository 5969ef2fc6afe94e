import type { QuoteObservation } from "@openremit/shared/contracts";
import { corridorKey } from "@openremit/shared/domain";
import type { Check } from "./check.ts";

/**
 * An answer that dates every offer it repeats earlier than what is known of it comes from a cache, or from a server that
 * lags: what is known is newer, and stays. One older price among others is the source's own affair, such as a feed that
 * falls back on another row; a tariff is dated by a person, who may correct the day.
 */
export const notOlderThanKnown: Check = (quotes, { source, known }) => {
  if (source.kind === "tariff" || source.kind === "survey") return [];
  const knownAt = new Map(known.map((quote) => [offerOf(quote), Date.parse(quote.observedAt)]));
  const repeated = quotes.filter((quote) => knownAt.has(offerOf(quote)));
  const isOlder = (quote: QuoteObservation) => Date.parse(quote.observedAt) < (knownAt.get(offerOf(quote)) ?? 0);
  const [first] = repeated;
  if (first === undefined || !repeated.every(isOlder)) return [];
  const since = new Date(knownAt.get(offerOf(first)) ?? 0).toISOString();
  return [`every price is older than what is known: ${first.provider} is dated ${first.observedAt}, known is ${since}`];
};

function offerOf({ provider, corridor, payIn, payOut, amount, priceKind }: QuoteObservation): string {
  return [provider, corridorKey(corridor), payIn, payOut, amount, priceKind].join(" ");
}
