import type { Decimal } from "../decimal.ts";
import { type CostSummary, costSummary } from "./cost-summary.ts";
import { countedPrices } from "./counted-prices.ts";
import { groupPrices } from "./group-prices.ts";
import { smartLike } from "./smart-like.ts";
import type { CountedPrice, SurveyPrice } from "./survey-price.ts";

/** The services of a group within a corridor's quarter; null: not published, or none of our words. */
export interface SurveyGroup<Value extends string = string> extends CostSummary {
  readonly value: Value | null;
}

/** What a corridor cost in one quarter. */
export interface CorridorStatistics extends CostSummary {
  readonly period: string;
  readonly smartLikePct: Decimal | null;
  readonly byFirmType: readonly SurveyGroup[];
  readonly byPayIn: readonly SurveyGroup[];
  readonly byPayOut: readonly SurveyGroup[];
  readonly bySpeed: readonly SurveyGroup[];
}

/**
 * Statistics of one corridor, a quarter at a time, ascending (METHOD 7). A quarter in which no transparent service was
 * seen is there with null figures; one that nobody surveyed is not there.
 */
export function corridorStatistics(prices: readonly SurveyPrice[]): readonly CorridorStatistics[] {
  const counted = groupPrices(countedPrices(prices), ({ period }) => period);
  const periods = [...new Set(prices.map(({ period }) => period))].sort();
  return periods.map((period) => statisticsOf(period, counted.get(period) ?? []));
}

function statisticsOf(period: string, prices: readonly CountedPrice[]): CorridorStatistics {
  return {
    period,
    ...costSummary(prices),
    smartLikePct: smartLike(prices),
    byFirmType: groupsBy(prices, ({ firmType }) => firmType),
    byPayIn: groupsBy(prices, ({ payIn }) => payIn),
    byPayOut: groupsBy(prices, ({ payOut }) => payOut),
    bySpeed: groupsBy(prices, ({ speed }) => speed),
  };
}

/** Groups in the order of their values, those without a value last. */
function groupsBy(
  prices: readonly CountedPrice[],
  wordOf: (price: CountedPrice) => string | null,
): readonly SurveyGroup[] {
  const groups = [...groupPrices(prices, wordOf)];
  groups.sort(([one], [other]) => (one === null ? 1 : other === null || one < other ? -1 : 1));
  return groups.map(([value, ofValue]) => ({ value, ...costSummary(ofValue) }));
}
