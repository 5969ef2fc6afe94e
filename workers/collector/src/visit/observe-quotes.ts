import type {
  PublishedQuote,
  QuoteObservation,
  QuoteSourceConfig,
  Receipt,
  SourceIssue,
} from "@openremit/shared/contracts";
import { identifyQuote } from "./identify-quote.ts";
import type { Precision } from "./visit.ts";

export interface Witness {
  readonly source: QuoteSourceConfig;
  readonly fetchedAt: string;
  readonly precision: Precision;
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
    observedAtPrecision: quote.observedAt === null ? witness.precision : ("second" as const),
    fetchedAt: witness.fetchedAt,
    receipt,
    flags: [],
    simulated: witness.simulated,
  };
  return { ...observation, quoteId: identifyQuote(observation) };
}

function unknownProvider(alias: string, source: QuoteSourceConfig): SourceIssue {
  return {
    source: source.key,
    code: "unknown_provider",
    subject: alias,
    detail: `${source.name} speaks of "${alias}". Add it to the aliases of a file in config/providers, or add the provider.`,
  };
}
