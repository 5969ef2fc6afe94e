import { type Decimal, medianOf } from "../../domain/index.ts";
import { meanOf } from "../statistics.ts";
import type { OfferDay } from "./offer-days.ts";

export type PricedDay = OfferDay & { readonly costPct: Decimal };

/** METHOD 7. Percentages are effective costs (METHOD 2), not rounded; null where nothing is behind them. */
export interface OfferDaysSummary {
  readonly mean: Decimal | null;
  readonly median: Decimal | null;
  readonly cheapest: PricedDay | null;
  /** Mean of the three cheapest; null where there are fewer. */
  readonly cheapestThree: Decimal | null;
  readonly offers: number;
  readonly providers: number;
  readonly sources: number;
  /** Left out because their day has no usable reference rate. */
  readonly withoutReference: number;
}

/** What some offer-days cost together. Those without a usable reference rate are counted and left out. */
export function summariseOfferDays(offerDays: readonly OfferDay[]): OfferDaysSummary {
  const priced = offerDays.filter((offerDay): offerDay is PricedDay => offerDay.costPct !== null);
  const costs = priced.map(({ costPct }) => costPct);
  const ascending = priced.toSorted((one, other) => one.costPct.cmp(other.costPct));
  return {
    mean: meanOf(costs),
    median: medianOf(costs),
    cheapest: ascending[0] ?? null,
    cheapestThree: priced.length < 3 ? null : meanOf(ascending.slice(0, 3).map(({ costPct }) => costPct)),
    offers: priced.length,
    providers: new Set(priced.map(({ provider }) => provider)).size,
    sources: new Set(priced.map(({ source }) => source)).size,
    withoutReference: offerDays.length - priced.length,
  };
}
