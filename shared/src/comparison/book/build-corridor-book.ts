import { createHash } from "node:crypto";
import type { LatestEntry, QuoteObservation } from "../../contracts/index.ts";
import type { Corridor } from "../../domain/index.ts";
import { buildStandingPrices } from "./build-standing-prices.ts";
import type { BookOffer, BookQuote, CorridorBook, SourceVisit } from "./corridor-book.ts";
import { createDecimalReader, type DecimalReader, parseBookQuote } from "./parse-book-quote.ts";

/**
 * Turns the last successful visits of a corridor of money into a book: every decimal parsed once, offers grouped by
 * provider × pay-in × pay-out as each source tells them. Survey prices have a table of their own and stay out (METHOD 3).
 */
export function buildCorridorBook(corridor: Corridor, entries: readonly LatestEntry[]): CorridorBook {
  const read = createDecimalReader();
  const groups = new Map<string, QuoteObservation[]>();
  for (const quote of entries.flatMap((entry) => entry.quotes)) {
    if (quote.sourceKind === "survey") continue;
    const key = groupKey(quote);
    const group = groups.get(key);
    if (group) group.push(quote);
    else groups.set(key, [quote]);
  }
  return {
    corridor,
    version: versionOf(entries),
    offers: [...groups.values()].flatMap((group) => buildOffer(corridor, group, read)),
    visits: visitsOf(entries),
  };
}

/**
 * Products that a source tells apart by codes of its own (express, economy) are kept apart until a question is asked:
 * prices of two products must never be interpolated into a third.
 */
function groupKey(quote: QuoteObservation): string {
  return JSON.stringify([
    quote.source,
    quote.provider,
    quote.payIn,
    quote.payOut,
    quote.payInCode,
    quote.payOutCode,
    quote.feePlacement,
  ]);
}

function buildOffer(corridor: Corridor, group: readonly QuoteObservation[], read: DecimalReader): BookOffer[] {
  const first = group[0];
  if (first === undefined) return [];
  const all = group.map((quote) => ({ observation: quote, quote: parseBookQuote(quote, read) }));
  const disclosed = all.filter(({ observation }) => observation.priceKind === "standing" && isDisclosed(observation));
  const times = all.map(({ quote }) => quote.observedAt.getTime());
  const standing = buildStandingPrices(corridor, first.feePlacement, disclosed, read);
  return [
    {
      provider: first.provider,
      payIn: first.payIn,
      payOut: first.payOut,
      source: first.source,
      sourceKind: first.sourceKind,
      feePlacement: first.feePlacement,
      standing,
      partial: quotesOf(
        all.filter(({ observation }) => observation.priceKind === "standing" && !isDisclosed(observation)),
      ),
      promotional: quotesOf(all.filter(({ observation }) => observation.priceKind === "promotion")),
      oldestObservedAt: new Date(Math.min(...times)),
      newestObservedAt: new Date(Math.max(...times)),
    },
  ];
}

function isDisclosed(quote: QuoteObservation): boolean {
  return quote.rate !== null && (quote.feeSchedule !== null || (quote.fee !== null && quote.amount !== null));
}

function quotesOf(pairs: readonly { quote: BookQuote }[]): BookQuote[] {
  return pairs.map(({ quote }) => quote);
}

function visitsOf(entries: readonly LatestEntry[]): SourceVisit[] {
  const last = new Map<string, Date>();
  for (const { source, fetchedAt } of entries) {
    const at = new Date(fetchedAt);
    const known = last.get(source);
    if (known === undefined || known < at) last.set(source, at);
  }
  return [...last].map(([source, fetchedAt]) => ({ source, fetchedAt })).sort((a, b) => (a.source < b.source ? -1 : 1));
}

/** Entries are whole and named by their run, so the runs say everything about the knowledge. */
export function versionOf(entries: readonly LatestEntry[]): string {
  const lines = entries
    .map((entry) => `${entry.source} ${entry.amount ?? "any"} ${entry.runId} ${entry.fetchedAt}`)
    .sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
}
