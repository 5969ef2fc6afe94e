import { ceilTo, Decimal } from "./decimal.ts";
import { clampToTier, type FeeTier, feeFor, feeInTier } from "./fee-schedule.ts";
import { smallestAmount } from "./money.ts";
import type { OfferPrices, PriceBand, PricedOffer, PriceSchedule } from "./offer-prices.ts";
import { priceUnder } from "./price-terms.ts";
import { principalWithin } from "./principal-for-total.ts";

const none = new Decimal(0);
const hundred = new Decimal(100);
const nothingWrong: readonly string[] = [];

function inBand(band: PriceBand | null, amount: Decimal): boolean {
  return band === null || (amount.gte(band.min) && amount.lte(band.max));
}

function priceWithFee(prices: OfferPrices, schedule: PriceSchedule, pay: Decimal, fee: Decimal): PricedOffer | null {
  const terms = { fee, rate: schedule.rate, payOutFee: schedule.payOutFee ?? none };
  return priceUnder(terms, pay, prices, "exact", null, nothingWrong);
}

/** `priceForBudget` on a published schedule: exact for every amount of its band. */
export function priceScheduleForBudget(prices: OfferPrices, schedule: PriceSchedule, pay: Decimal): PricedOffer | null {
  const places = prices.sendMinorUnits;
  if (prices.feePlacement === "inside") {
    return inBand(schedule.band, pay) ? priceWithFee(prices, schedule, pay, feeFor(schedule.fees, pay, places)) : null;
  }
  const principal = principalWithin(schedule.fees, pay, places, schedule.band);
  return principal === null ? null : priceWithFee(prices, schedule, pay, pay.minus(principal));
}

/** On top: least A + F(A) over the principals that suffice. A later tier with a lower fee can cost less in all. */
function cheapestOnTop(schedule: PriceSchedule, principal: Decimal, places: number): Decimal | null {
  if (schedule.band !== null && principal.lt(schedule.band.min)) return null;
  let least: Decimal | null = null;
  for (const [index, tier] of schedule.fees.tiers.entries()) {
    const start = ceilTo(tier.from, places);
    const candidate = start.gt(principal) ? start : principal;
    const end = schedule.fees.tiers[index + 1]?.from;
    if ((end !== undefined && candidate.gte(end)) || !inBand(schedule.band, candidate)) continue;
    const total = candidate.plus(feeInTier(tier, candidate, places));
    if (least === null || total.lt(least)) least = total;
  }
  return least;
}

/** Least total of one tier that leaves `principal` after its fee, whether or not it lies in the tier. */
function totalInTier(tier: FeeTier, principal: Decimal, places: number): Decimal {
  const start = ceilTo(tier.from, places);
  const leaves = (total: Decimal) => total.minus(feeInTier(tier, total, places)).gte(principal);
  if (leaves(start)) return start;
  const unclamped = principal.plus(tier.flat).times(hundred).div(hundred.minus(tier.pct));
  const fee = clampToTier(tier, unclamped.minus(principal));
  let total = ceilTo(principal.plus(fee), places);
  const unit = smallestAmount(places);
  // The fee's own rounding can make a unit or two less suffice.
  for (let below = total.minus(unit); below.gte(start) && leaves(below); below = below.minus(unit)) total = below;
  return total;
}

/** Inside: least S with S − F(S) at or above the principal needed. */
function cheapestInside(schedule: PriceSchedule, principal: Decimal, places: number): Decimal | null {
  for (const [index, tier] of schedule.fees.tiers.entries()) {
    const total = totalInTier(tier, principal, places);
    const end = schedule.fees.tiers[index + 1]?.from;
    if (end === undefined || total.lt(end)) return inBand(schedule.band, total) ? total : null;
  }
  return null;
}

/** `priceForReceived` on a published schedule. */
export function priceScheduleForReceived(
  prices: OfferPrices,
  schedule: PriceSchedule,
  received: Decimal,
): PricedOffer | null {
  const places = prices.sendMinorUnits;
  const target = ceilTo(received, prices.receiveMinorUnits).plus(schedule.payOutFee ?? none);
  const principal = ceilTo(target.div(schedule.rate), places);
  const cheapest = prices.feePlacement === "inside" ? cheapestInside : cheapestOnTop;
  const pay = cheapest(schedule, principal, places);
  const priced = pay === null ? null : priceScheduleForBudget(prices, schedule, pay);
  return priced === null ? null : { ...priced, received };
}
