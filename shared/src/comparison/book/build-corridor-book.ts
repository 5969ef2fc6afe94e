import { createHash } from "node:crypto";
import type { LatestEntry, QuoteObservation } from "../../contracts/index.ts";
import type { Corridor } from "../../domain/index.ts";
import { buildBookOffer } from "./build-book-offer.ts";
import type { CorridorBook, SourceVisit } from "./corridor-book.ts";
import { createDecimalReader } from "./parse-book-quote.ts";

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
    offers: [...groups.values()].flatMap((group) => buildBookOffer(corridor, group, read)),
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
    // Two visits on two days at two amounts say nothing about the amounts in between.
    quote.sourceKind === "visit" ? quote.amount : null,
  ]);
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
