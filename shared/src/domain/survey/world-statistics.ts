import { Decimal, ratio } from "../decimal.ts";
import { type CostSummary, costSummary, meanCost, meanOf, pricesAt } from "./cost-summary.ts";
import { countedPrices } from "./counted-prices.ts";
import { groupPrices } from "./group-prices.ts";
import { smartLike } from "./smart-like.ts";
import { type CountedPrice, type SurveyPrice, surveyCorridorOf } from "./survey-price.ts";

/** The World Bank leaves Russia's senders out of the world's figures. */
export function countsForWorld({ sourceCountry }: Pick<SurveyPrice, "sourceCountry">): boolean {
  return sourceCountry !== "RUS";
}

/** SDG 10.c: a target for each corridor. */
const corridorTargetPct = new Decimal(5);

/** What sending cost in one quarter, all corridors together. */
export interface WorldStatistics extends CostSummary {
  readonly period: string;
  /** Corridors with a figure at USD 200. */
  readonly corridors: number;
  /** Those corridors' means at USD 200. */
  readonly corridorMeans: ReadonlyMap<string, Decimal>;
  /** Those of them whose mean is above 5 %. */
  readonly corridorsAbove5: number;
  /** The same as a share, per cent. */
  readonly shareAbove5Pct: Decimal | null;
  /** Mean over the corridors that have three qualifying services. */
  readonly smartLikePct: Decimal | null;
  readonly corridorsWithSmartLike: number;
}

/**
 * The world in one quarter (METHOD 7): the mean over service rows, not over corridors, of transparent services at
 * USD 200, senders in Russia left out.
 *
 * @param prices of that quarter.
 */
export function worldStatistics(period: string, prices: readonly SurveyPrice[]): WorldStatistics {
  const counted = countedPrices(prices).filter(countsForWorld);
  const byCorridor = groupPrices(counted, surveyCorridorOf);
  const corridorMeans = meansOf(byCorridor);
  const above = [...corridorMeans.values()].filter((mean) => mean.gt(corridorTargetPct)).length;
  const smart = [...byCorridor.values()].map(smartLike).filter((mean) => mean !== null);
  return {
    period,
    ...costSummary(counted),
    corridors: corridorMeans.size,
    corridorMeans,
    corridorsAbove5: above,
    shareAbove5Pct:
      corridorMeans.size === 0 ? null : ratio(new Decimal(above).times(100), new Decimal(corridorMeans.size)),
    smartLikePct: meanOf(smart),
    corridorsWithSmartLike: smart.length,
  };
}

function meansOf(byCorridor: ReadonlyMap<string, readonly CountedPrice[]>): ReadonlyMap<string, Decimal> {
  const means = new Map<string, Decimal>();
  for (const [corridor, prices] of byCorridor) {
    const mean = meanCost(pricesAt(prices, 200));
    if (mean !== null) means.set(corridor, mean);
  }
  return means;
}

/** What sending from, or to, a country or region cost in one quarter. */
export interface PlaceStatistics extends CostSummary {
  /** An alpha-3 code or a region's name. */
  readonly place: string;
  readonly corridors: number;
}

/**
 * Means over the service rows of each place, in the order of their names (METHOD 7); every sender counts. Prices of
 * which `placeOf` knows no place are in none.
 */
export function placeStatistics(
  prices: readonly SurveyPrice[],
  placeOf: (price: CountedPrice) => string | null,
): readonly PlaceStatistics[] {
  const groups = [...groupPrices(countedPrices(prices), placeOf)];
  return groups
    .flatMap(([place, ofPlace]) => {
      const corridors = new Set(pricesAt(ofPlace, 200).map(surveyCorridorOf)).size;
      return place === null ? [] : [{ place, corridors, ...costSummary(ofPlace) }];
    })
    .sort((one, other) => (one.place < other.place ? -1 : 1));
}
