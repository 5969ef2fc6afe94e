import type { CorridorConfig, QuoteSourceConfig, RateSourceConfig } from "../contracts/index.ts";

type AskedSource = Pick<QuoteSourceConfig | RateSourceConfig, "origins" | "schedule"> &
  Partial<Pick<QuoteSourceConfig, "corridors">>;

const minutesPerDay = 24 * 60;

/** The most requests a source's own schedule makes in a day, each origin's robots.txt once included. */
export function requestsPerDay(
  { schedule, origins, corridors = [] }: AskedSource,
  configured: readonly CorridorConfig[],
): number {
  const covered = configured.filter(({ enabled, id }) => enabled && (corridors === "all" || corridors.includes(id)));
  const visits = {
    all: 1,
    corridor: sumOf(covered, ({ receiveCurrencies }) => receiveCurrencies.length),
    amount: sumOf(covered, ({ receiveCurrencies, amounts }) => receiveCurrencies.length * amounts.length),
  }[schedule.scope];
  return Math.ceil(minutesPerDay / schedule.everyMinutes) * visits * schedule.requests + origins.length;
}

function sumOf(corridors: readonly CorridorConfig[], count: (corridor: CorridorConfig) => number): number {
  return corridors.reduce((sum, corridor) => sum + count(corridor), 0);
}
