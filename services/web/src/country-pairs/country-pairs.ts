import type { Catalog } from "@openremit/shared/catalog";
import type { CorridorConfig } from "@openremit/shared/contracts";

/** The country pairs people may ask about. */
export interface CountryPairs {
  readonly pairs: readonly CorridorConfig[];
  /** Where money is sent from; the country with the most corridors first. */
  readonly senders: readonly string[];
  readonly receivers: readonly string[];
}

export function listCountryPairs({ corridorConfigs }: Pick<Catalog, "corridorConfigs">): CountryPairs {
  const pairs = [...corridorConfigs.values()].filter(({ enabled }) => enabled);
  const sentFrom = new Map<string, number>();
  for (const { sendCountry } of pairs) sentFrom.set(sendCountry, (sentFrom.get(sendCountry) ?? 0) + 1);
  const senders = [...sentFrom].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return {
    pairs,
    senders: senders.map(([country]) => country),
    receivers: [...new Set(pairs.map(({ receiveCountry }) => receiveCountry))],
  };
}
