import type { RankedOffer } from "@openremit/shared/contracts";

/** The best option of each provider, in their order. */
export function bestOfProviders(offers: readonly RankedOffer[]): RankedOffer[] {
  const seen = new Set<string>();
  return offers.filter(({ provider: { key } }) => !seen.has(key) && seen.add(key));
}
