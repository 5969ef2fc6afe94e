import type { CorridorConfig, QuoteSourceConfig, TariffConfig } from "../contracts/index.ts";
import { freezeDeep } from "./files/freeze-deep.ts";

/** One look at one document, once a day at most. */
const visits = { scope: "all", requests: 1 } as const;
const limits = { max: 1, perSeconds: 60, concurrency: 1, perDay: 10 };

/** A tariff as what it is too: a source of quotes, whose visit looks whether the document is still the one that was read. */
export function buildTariffSource(
  tariff: TariffConfig,
  corridors: ReadonlyMap<string, CorridorConfig>,
): QuoteSourceConfig {
  const { key, name, provider, reviewed, via, everyMinutes, conduct, enabled, attribution, licence } = tariff;
  return freezeDeep({
    key,
    name,
    adapter: key,
    origins: [new URL(reviewed.url).origin],
    schedule: { everyMinutes, ...visits },
    limits,
    conduct,
    status: "open",
    statusDecision: null,
    verified: { how: "documented", on: reviewed.on },
    enabled,
    attribution,
    licence,
    kind: via === "survey" ? "survey" : "tariff",
    provider,
    corridors: [...corridors.values()].filter((corridor) => isCovered(tariff, corridor)).map(({ id }) => id),
    expectations: { minimumQuotes: 0 },
  });
}

/** Whether the tariff has a line for a country pair. */
function isCovered({ sendCountry, sendCurrency, offers }: TariffConfig, corridor: CorridorConfig): boolean {
  if (corridor.sendCountry !== sendCountry || corridor.sendCurrency !== sendCurrency) return false;
  return offers.some(({ corridors }) => corridors === "all" || corridors.includes(corridor.id));
}
