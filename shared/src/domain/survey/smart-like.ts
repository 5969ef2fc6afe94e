import type { Decimal } from "../decimal.ts";
import { meanOf, pricesAt } from "./cost-summary.ts";
import type { CountedPrice } from "./survey-price.ts";

const cheapestCounted = 3;
const longestDays = 5;

/** Networks that reach most of the receiving country: `Nationwide` to Q1 2016, `High` and `Medium` since. */
const accessible = new Set(["nationwide", "high", "medium"]);

/** What `smartLikePct` is, in a sentence to be shown beside it. */
export const smartLikeRule =
  "Mean of the three cheapest services at USD 200 that are transparent, take five days at most and reach most of the receiving country (network `Nationwide` until Q1 2016, `High` or `Medium` since); null below three such services. The World Bank's own accessibility cut-offs for SmaRT are not public in full.";

/**
 * Our likeness of the World Bank's SmaRT (METHOD 7, `smartLikeRule`) of a corridor's counted prices; per cent, not
 * rounded. Null where fewer than three services qualify: a speed or network that is not published does not.
 */
export function smartLike(prices: readonly CountedPrice[]): Decimal | null {
  const qualifying = pricesAt(prices, 200)
    .filter(({ speedDays, coverage }) => speedDays !== null && speedDays <= longestDays && isAccessible(coverage))
    .map(({ totalCostPct }) => totalCostPct)
    .sort((one, other) => one.cmp(other));
  return qualifying.length < cheapestCounted ? null : meanOf(qualifying.slice(0, cheapestCounted));
}

function isAccessible(coverage: string | null): boolean {
  return coverage !== null && accessible.has(coverage.trim().toLowerCase());
}
