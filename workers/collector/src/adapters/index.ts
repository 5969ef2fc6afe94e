import { ConfigError } from "@openremit/shared/domain";
import type { QuoteAdapter, RateAdapter } from "./adapter.ts";
import { quoteAdapters } from "./quotes/index.ts";
import { rateAdapters } from "./rates/index.ts";

export interface Adapters {
  readonly quotes: ReadonlyMap<string, QuoteAdapter>;
  readonly rates: ReadonlyMap<string, RateAdapter>;
}

/** The adapter that a source's config names. One that there is not: ConfigError. */
export function adapterOf<Adapter>(
  adapters: ReadonlyMap<string, Adapter>,
  source: { readonly key: string; readonly adapter: string | null },
): Adapter {
  const adapter = source.adapter === null ? undefined : adapters.get(source.adapter);
  if (adapter === undefined) throw new ConfigError(`the source "${source.key}" has no adapter "${source.adapter}"`);
  return adapter;
}

/** Every adapter there is, by key. */
export const allAdapters: Adapters = { quotes: quoteAdapters, rates: rateAdapters };
