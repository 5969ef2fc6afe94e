import type { QuoteObservation } from "../../contracts/index.ts";
import { type Corridor, type Decimal, rateAtMargin } from "../../domain/index.ts";
import { buildStandingPrices, type ParsedPair } from "./build-standing-prices.ts";
import type { BookOffer, BookQuote } from "./corridor-book.ts";
import { type DecimalReader, isFeeDisclosed, parseBookQuote } from "./parse-book-quote.ts";

/** The offer that quotes of one source, provider and product make; none where there are no quotes. */
export function buildBookOffer(
  corridor: Corridor,
  group: readonly QuoteObservation[],
  read: DecimalReader,
): readonly BookOffer[] {
  const first = group[0];
  if (first === undefined) return [];
  const pairs = group.map((quote) => ({ observation: quote, quote: parseBookQuote(quote, read) }));
  const times = pairs.map(({ quote }) => quote.observedAt.getTime());
  const facts = {
    provider: first.provider,
    payIn: first.payIn,
    payOut: first.payOut,
    source: first.source,
    sourceKind: first.sourceKind,
    charges: first.charges ?? null,
    feePlacement: first.feePlacement,
    oldestObservedAt: new Date(Math.min(...times)),
    newestObservedAt: new Date(Math.max(...times)),
  };
  const offerOf = (priced: readonly ParsedPair[]) => ({ ...facts, ...pricesOf(priced, corridor, first, read) });
  const needsReference = pairs.some(({ quote }) => quote.needsReference);
  const atReference = needsReference ? keepLast((reference) => offerOf(withRates(pairs, reference, read))) : null;
  return [{ ...offerOf(pairs), atReference }];
}

function pricesOf(
  pairs: readonly ParsedPair[],
  corridor: Corridor,
  { feePlacement }: QuoteObservation,
  read: DecimalReader,
): Pick<BookOffer, "standing" | "partial" | "promotional"> {
  const standing = pairs.filter(({ observation }) => observation.priceKind === "standing");
  const disclosed = standing.filter(isDisclosed);
  return {
    standing: buildStandingPrices(corridor, feePlacement, disclosed, read),
    partial: quotesOf(standing.filter((pair) => !isDisclosed(pair))),
    promotional: quotesOf(pairs.filter(({ observation }) => observation.priceKind === "promotion")),
  };
}

function isDisclosed({ observation, quote }: ParsedPair): boolean {
  return quote.rate !== null && isFeeDisclosed(observation);
}

function quotesOf(pairs: readonly ParsedPair[]): BookQuote[] {
  return pairs.map(({ quote }) => quote);
}

/** The same with the rates that published margins come to. */
function withRates(pairs: readonly ParsedPair[], reference: Decimal, read: DecimalReader): ParsedPair[] {
  return pairs.map(({ observation, quote }) => {
    const margin = quote.needsReference ? read(observation.fxMarginPct ?? null) : null;
    const rate = margin === null ? quote.rate : rateAtMargin(reference, margin);
    return { observation, quote: { ...quote, rate } };
  });
}

/** Reference rates change by the day and questions come by the second: the last offer made is kept. */
function keepLast(build: (reference: Decimal) => Omit<BookOffer, "atReference">): BookOffer["atReference"] {
  let last: { readonly reference: Decimal; readonly offer: BookOffer } | null = null;
  return (reference) => {
    if (!last?.reference.eq(reference)) last = { reference, offer: { ...build(reference), atReference: null } };
    return last.offer;
  };
}
