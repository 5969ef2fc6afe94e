import type { QuoteObservation } from "../../contracts/index.ts";
import {
  type Corridor,
  type FeePlacement,
  minorUnits,
  type OfferPrices,
  type PriceSample,
  parseFeeSchedule,
} from "../../domain/index.ts";
import type { BookQuote, StandingPrices } from "./corridor-book.ts";
import type { DecimalReader } from "./parse-book-quote.ts";

/** An observation with what was parsed of it. */
export interface ParsedPair {
  readonly observation: QuoteObservation;
  readonly quote: BookQuote;
}

/** Samples ascending by amount, one per amount: the newest, and of two equally new the one that brings more. */
export function buildStandingPrices(
  corridor: Corridor,
  feePlacement: FeePlacement,
  disclosed: readonly ParsedPair[],
  read: DecimalReader,
): StandingPrices | null {
  const newestFirst = compareNewestFirst(read);
  const sampled = onePerAmount([...disclosed].sort(newestFirst)).flatMap((pair) => {
    const sample = sampleOf(pair, read);
    return sample === null ? [] : [{ sample, quote: pair.quote }];
  });
  const scheduled = disclosed.filter(({ observation }) => observation.feeSchedule !== null).sort(newestFirst)[0];
  if (sampled.length === 0 && scheduled === undefined) return null;
  return {
    prices: {
      feePlacement,
      samples: sampled.map(({ sample }) => sample),
      schedule: scheduled === undefined ? null : scheduleOf(scheduled, read),
      sendMinorUnits: minorUnits(corridor.sendCurrency),
      receiveMinorUnits: minorUnits(corridor.receiveCurrency),
    },
    quotes: sampled.map(({ quote }) => quote),
    schedule: scheduled?.quote ?? null,
  };
}

/** What was kept of which prices before: prices are prepared once, and quotes age seldom. */
const keptOf = new WeakMap<StandingPrices, Map<string, StandingPrices | null>>();

/** The same prices from the quotes that pass `keep` alone; null where none does, themselves where all do. */
export function keepQuotes(standing: StandingPrices, keep: (quote: BookQuote) => boolean): StandingPrices | null {
  const kept = standing.quotes.map(keep);
  const schedule = standing.schedule !== null && keep(standing.schedule) ? standing.schedule : null;
  if (kept.every(Boolean) && schedule === standing.schedule) return standing;
  const before = keptOf.get(standing) ?? new Map<string, StandingPrices | null>();
  keptOf.set(standing, before);
  const name = `${kept.map((isKept) => (isKept ? 1 : 0)).join("")} ${schedule === null ? "" : "schedule"}`;
  const known = before.get(name);
  if (known !== undefined) return known;
  const rest = restOf(standing, kept, schedule);
  before.set(name, rest);
  return rest;
}

function restOf(standing: StandingPrices, kept: readonly boolean[], schedule: BookQuote | null): StandingPrices | null {
  const quotes = standing.quotes.filter((_, index) => kept[index]);
  if (quotes.length === 0 && schedule === null) return null;
  const prices: OfferPrices = {
    ...standing.prices,
    samples: standing.prices.samples.filter((_, index) => kept[index]),
    schedule: schedule === null ? null : standing.prices.schedule,
  };
  return { prices, quotes, schedule };
}

function sampleOf({ observation, quote }: ParsedPair, read: DecimalReader): PriceSample | null {
  const { amount, fee, rate, band } = quote;
  if (amount === null || fee === null || rate === null) return null;
  const received = read(observation.received);
  return { amount, fee, rate, received, band, payOutFee: read(observation.payOutFee) };
}

function scheduleOf({ observation, quote }: ParsedPair, read: DecimalReader): OfferPrices["schedule"] {
  const { feeSchedule, payOutFee } = observation;
  if (feeSchedule === null || quote.rate === null) return null;
  return {
    fees: parseFeeSchedule(feeSchedule),
    rate: quote.rate,
    band: quote.band,
    payOutFee: read(payOutFee),
  };
}

/** Of the same amount the first. */
function onePerAmount(pairs: readonly ParsedPair[]): ParsedPair[] {
  const best = new Map<string, ParsedPair>();
  for (const pair of pairs) {
    const amount = pair.quote.amount?.toString();
    if (amount !== undefined && pair.quote.fee !== null && !best.has(amount)) best.set(amount, pair);
  }
  return [...best.values()].sort((a, b) => compareAmounts(a.quote, b.quote));
}

function compareAmounts(a: BookQuote, b: BookQuote): number {
  return a.amount === null || b.amount === null ? 0 : a.amount.comparedTo(b.amount);
}

function compareNewestFirst(read: DecimalReader) {
  return (a: ParsedPair, b: ParsedPair): number => {
    const byTime = b.quote.observedAt.getTime() - a.quote.observedAt.getTime();
    if (byTime !== 0) return byTime;
    const left = read(a.observation.received);
    const right = read(b.observation.received);
    const byReceived = left === null || right === null ? 0 : right.comparedTo(left);
    return byReceived === 0 ? (a.quote.quoteId < b.quote.quoteId ? -1 : 1) : byReceived;
  };
}
