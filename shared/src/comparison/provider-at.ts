import type { Catalog } from "../catalog/index.ts";
import { startOfDay } from "../domain/index.ts";
import type { ProviderStanding, RankingContext } from "./rank/rank-corridor.ts";

/** A source nobody configures any more: its prices age by the hour. */
const unknownIntervalMinutes = 60;

/** How ranking sees the catalog at a moment: intervals of sources, and who was active then. */
export function createRankingContext(catalog: Catalog, now: Date): RankingContext {
  return {
    now,
    intervalMinutes: (source) => catalog.quoteSourceOf(source)?.schedule.everyMinutes ?? unknownIntervalMinutes,
    providerAt: (key, at) => providerAt(catalog, key, at),
  };
}

/** A provider that was paused or retired later was active then. Null: nobody the catalog knows. */
export function providerAt(catalog: Catalog, key: string, at: Date): ProviderStanding | null {
  const config = catalog.providers.get(key);
  if (config === undefined) return null;
  const { name, status, statusDecision } = config;
  return { name, isActive: status === "active" || (statusDecision !== null && at < startOfDay(statusDecision.since)) };
}
