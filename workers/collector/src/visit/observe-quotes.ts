import type {
  PublishedQuote,
  QuoteObservation,
  QuoteSourceConfig,
  Receipt,
  SourceIssue,
} from "@openremit/shared/contracts";
import { minorUnits, parseDecimal, statedReceivedFlags, type TimePrecision } from "@openremit/shared/domain";
import { identifyQuote } from "./identify-quote.ts";

export interface Witness {
  readonly source: QuoteSourceConfig;
  readonly fetchedAt: string;
  readonly precision: TimePrecision;
  /** How finely the time is known that a quote gives itself. */
  readonly statedPrecision: TimePrecision;
  /** What the adapter flags every quote of the visit with. */
  readonly flags: readonly string[];
  /** What proves the quote at this place among those read. */
  readonly receiptOf: (place: number) => Receipt;
  readonly simulated: boolean;
  /** The provider behind a feed's alias, or null when nobody knows the alias. */
  readonly providerByAlias: (alias: string) => string | null;
}

/** Turns what an adapter read into observations: whose price, seen when, proved by what. Unknown aliases become issues. */
export function observeQuotes(
  published: readonly PublishedQuote[],
  witness: Witness,
): { quotes: QuoteObservation[]; issues: SourceIssue[] } {
  const quotes: QuoteObservation[] = [];
  const issues: SourceIssue[] = [];
  for (const [place, quote] of published.entries()) {
    const provider = witness.providerByAlias(quote.provider);
    if (provider === null) issues.push(unknownProvider(quote.provider, witness.source));
    else quotes.push(observe(quote, provider, witness, witness.receiptOf(place)));
  }
  return { quotes, issues };
}

function observe(quote: PublishedQuote, provider: string, witness: Witness, receipt: Receipt): QuoteObservation {
  const observation = {
    ...quote,
    provider,
    source: witness.source.key,
    sourceKind: witness.source.kind,
    observedAt: quote.observedAt ?? witness.fetchedAt,
    observedAtPrecision: quote.observedAt === null ? witness.precision : witness.statedPrecision,
    fetchedAt: witness.fetchedAt,
    receipt,
    flags: [...witness.flags, ...flagsOf(quote)],
    simulated: witness.simulated,
  };
  return { ...observation, quoteId: identifyQuote(observation) };
}

/** What a reader of the price has to be told. */
function flagsOf(quote: PublishedQuote): string[] {
  const { charges = null, fxMarginPct = null } = quote;
  return [
    ...(charges === null ? [] : [`charges_${charges}`]),
    ...(fxMarginPct === null ? [] : ["rate_from_margin"]),
    ...receivedFlags(quote),
  ];
}

/** Where amount, fee and rate are disclosed, the source's own X is held against them (METHOD 1). */
function receivedFlags({ amount, fee, rate, received, payOutFee, feePlacement, corridor }: PublishedQuote): string[] {
  if (amount === null || fee === null || rate === null || received === null) return [];
  const price = {
    amount: parseDecimal(amount),
    fee: parseDecimal(fee),
    rate: parseDecimal(rate),
    received: parseDecimal(received),
    payOutFee: payOutFee === null ? null : parseDecimal(payOutFee),
  };
  return [...statedReceivedFlags(price, feePlacement, minorUnits(corridor.receiveCurrency))];
}

function unknownProvider(alias: string, source: QuoteSourceConfig): SourceIssue {
  return {
    source: source.key,
    code: "unknown_provider",
    subject: alias,
    detail: `${source.name} speaks of "${alias}". Add it to the aliases of a file in config/providers, or add the provider.`,
  };
}
