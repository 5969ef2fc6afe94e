import type { TariffConfig } from "@openremit/shared/contracts";
import { ConfigError } from "@openremit/shared/domain";
import type { QuoteAdapter, RateAdapter } from "./adapter.ts";
import { quoteAdapters } from "./quotes/index.ts";
import { createTariffAdapter } from "./quotes/tariff.ts";
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

/** The same for a source of quotes. A tariff has its adapter from its own config. */
export function quoteAdapterOf(
  source: { readonly key: string; readonly adapter: string | null },
  adapters: Adapters,
  { tariffs }: { readonly tariffs: ReadonlyMap<string, TariffConfig> },
): QuoteAdapter {
  const tariff = tariffs.get(source.key);
  return tariff === undefined ? adapterOf(adapters.quotes, source) : createTariffAdapter(tariff);
}

/** Every adapter that is written, by key. */
export const allAdapters: Adapters = { quotes: quoteAdapters, rates: rateAdapters };
