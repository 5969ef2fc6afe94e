import type { QuoteObservation } from "../../contracts/index.ts";
import { type Decimal, parseDecimal } from "../../domain/index.ts";
import type { BookQuote } from "./corridor-book.ts";

/** Keeps what ranking needs, with decimals parsed. */
export function parseBookQuote(quote: QuoteObservation): BookQuote {
  return {
    quoteId: quote.quoteId,
    amount: decimalOrNull(quote.amount),
    fee: decimalOrNull(quote.fee),
    rate: decimalOrNull(quote.rate),
    rateText: quote.rate,
    band: quote.band && { min: parseDecimal(quote.band.min), max: parseDecimal(quote.band.max) },
    priceKind: quote.priceKind,
    promotion: quote.promotion,
    speed: quote.speed,
    observedAt: new Date(quote.observedAt),
    flags: quote.flags.length === 0 ? noFlags : quote.flags,
  };
}

const noFlags: readonly string[] = [];

export function decimalOrNull(text: string | null): Decimal | null {
  return text === null ? null : parseDecimal(text);
}
