import type { QuoteAdapter, RateAdapter } from "./adapter.ts";
import { quoteAdapters } from "./quotes/index.ts";
import { rateAdapters } from "./rates/index.ts";

export interface Adapters {
  readonly quotes: ReadonlyMap<string, QuoteAdapter>;
  readonly rates: ReadonlyMap<string, RateAdapter>;
}

/** Every adapter there is, by key. */
export const allAdapters: Adapters = { quotes: quoteAdapters, rates: rateAdapters };
