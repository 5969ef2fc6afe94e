import type { Catalog } from "@openremit/shared/catalog";
import type { QuoteSourceConfig, RateSourceConfig } from "@openremit/shared/contracts";
import { ConfigError } from "@openremit/shared/domain";
import { suggestName } from "@openremit/shared/runtime";

/** A source as config describes it, and what it is about. */
export type FoundSource =
  | { readonly about: "quotes"; readonly config: QuoteSourceConfig }
  | { readonly about: "rates"; readonly config: RateSourceConfig };

/** @throws ConfigError for a key that nothing in config has, naming the one that may have been meant. */
export function findSource(catalog: Pick<Catalog, "quoteSources" | "rateSources">, key: string): FoundSource {
  const quotes = catalog.quoteSources.get(key);
  if (quotes !== undefined) return { about: "quotes", config: quotes };
  const rates = catalog.rateSources.get(key);
  if (rates !== undefined) return { about: "rates", config: rates };
  throw new ConfigError(`There is no source "${key}" in config. ${meantOrListed(key, catalog)}`);
}

function meantOrListed(key: string, { quoteSources, rateSources }: Pick<Catalog, "quoteSources" | "rateSources">) {
  const near = suggestName(key, [...quoteSources.keys(), ...rateSources.keys()]);
  return near === null ? "npm run source -- list names them all." : `Did you mean ${near}?`;
}
