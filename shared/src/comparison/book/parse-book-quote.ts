import type { QuoteObservation } from "../../contracts/index.ts";
import { type Decimal, parseDecimal } from "../../domain/index.ts";
import type { BookQuote } from "./corridor-book.ts";

/** Reads decimals, and gives the same object for the same digits. */
export interface DecimalReader {
  (text: string): Decimal;
  (text: string | null): Decimal | null;
}

/**
 * A corridor repeats few figures often (sampled amounts, bands, a rate for every pay-in), and a Decimal takes 250 bytes:
 * kept once each, a book is half as large.
 */
export function createDecimalReader(): DecimalReader {
  const known = new Map<string, Decimal>();
  function read(text: string): Decimal;
  function read(text: string | null): Decimal | null;
  function read(text: string | null): Decimal | null {
    if (text === null) return null;
    const value = known.get(text) ?? parseDecimal(text);
    known.set(text, value);
    return value;
  }
  return read;
}

/** Keeps what ranking needs, with decimals parsed. */
export function parseBookQuote(quote: QuoteObservation, read: DecimalReader): BookQuote {
  return {
    quoteId: quote.quoteId,
    amount: read(quote.amount),
    fee: read(quote.fee),
    rate: read(quote.rate),
    rateText: quote.rate,
    needsReference: quote.rate === null && typeof quote.fxMarginPct === "string" && isFeeDisclosed(quote),
    band: quote.band === null ? bandOfVisit(quote, read) : { min: read(quote.band.min), max: read(quote.band.max) },
    priceKind: quote.priceKind,
    promotion: quote.promotion,
    speed: quote.speed,
    observedAt: new Date(quote.observedAt),
    seenBy: quote.seenBy ?? null,
    flags: quote.flags.length === 0 ? noFlags : quote.flags,
  };
}

/**
 * People ask shops about a principal, readers about a budget: a fee on top stands as well for what is left of that budget
 * once it is taken off (METHOD 3). Nobody published it, so it is no part of the record.
 */
function bandOfVisit(
  { sourceKind, feePlacement, amount, fee }: QuoteObservation,
  read: DecimalReader,
): BookQuote["band"] {
  if (sourceKind !== "visit" || feePlacement !== "on_top" || amount === null || fee === null) return null;
  const [principal, onTop] = [read(amount), read(fee)];
  return principal.gt(onTop) ? { min: principal.minus(onTop), max: principal } : null;
}

/** For the amount of the quote, or for all. */
export function isFeeDisclosed({ amount, fee, feeSchedule }: QuoteObservation): boolean {
  return feeSchedule !== null || (fee !== null && amount !== null);
}

const noFlags: readonly string[] = [];
