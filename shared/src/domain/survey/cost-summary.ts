import { Decimal, ratio } from "../decimal.ts";
import { medianOf } from "../median.ts";
import type { CountedPrice } from "./survey-price.ts";
import type { SurveyAmount } from "./vocabulary.ts";

/** The cheapest of some services: ties go to the firm whose name comes first. */
export interface CheapestService {
  readonly firm: string;
  readonly totalCostPct: Decimal;
}

/** Costs of a group of services in per cent, not rounded; null where no service is behind a figure. */
export interface CostSummary {
  /** Services behind the figures at USD 200. */
  readonly services: number;
  /** Services behind those at USD 500. */
  readonly services500: number;
  /** Firms behind the figures at USD 200, whatever the case of their names. */
  readonly firms: number;
  readonly average200Pct: Decimal | null;
  readonly average500Pct: Decimal | null;
  readonly median200Pct: Decimal | null;
  readonly median500Pct: Decimal | null;
  readonly cheapest200: CheapestService | null;
  readonly cheapest500: CheapestService | null;
}

/** Summary of some counted prices: each service row counts once, whatever its firm and corridor (METHOD 7). */
export function costSummary(prices: readonly CountedPrice[]): CostSummary {
  const at200 = pricesAt(prices, 200);
  const at500 = pricesAt(prices, 500);
  return {
    services: at200.length,
    services500: at500.length,
    firms: new Set(at200.map(({ firm }) => firm.trim().toLowerCase())).size,
    average200Pct: meanCost(at200),
    average500Pct: meanCost(at500),
    median200Pct: medianOf(at200.map(({ totalCostPct }) => totalCostPct)),
    median500Pct: medianOf(at500.map(({ totalCostPct }) => totalCostPct)),
    cheapest200: cheapestOf(at200),
    cheapest500: cheapestOf(at500),
  };
}

export function pricesAt(prices: readonly CountedPrice[], amount: SurveyAmount): readonly CountedPrice[] {
  return prices.filter(({ amountUsd }) => amountUsd === amount);
}

/** Mean of the totals, to 20 digits; null of nothing. */
export function meanCost(prices: readonly CountedPrice[]): Decimal | null {
  return meanOf(prices.map(({ totalCostPct }) => totalCostPct));
}

/** Mean of some figures, to 20 digits; null of nothing. */
export function meanOf(figures: readonly Decimal[]): Decimal | null {
  if (figures.length === 0) return null;
  const sum = figures.reduce((before, figure) => before.plus(figure), new Decimal(0));
  return ratio(sum, new Decimal(figures.length));
}

function cheapestOf(prices: readonly CountedPrice[]): CheapestService | null {
  const [first, ...others] = prices;
  if (first === undefined) return null;
  const { firm, totalCostPct } = others.reduce((best, price) => {
    const order = price.totalCostPct.cmp(best.totalCostPct);
    return order < 0 || (order === 0 && price.firm < best.firm) ? price : best;
  }, first);
  return { firm, totalCostPct };
}
