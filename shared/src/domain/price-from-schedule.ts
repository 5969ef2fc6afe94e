import { ceilTo, Decimal } from "./decimal.ts";
import { clampToTier, type FeeTier, feeFor, feeInTier } from "./fee-schedule.ts";
import { smallestAmount } from "./money.ts";
import type { OfferPrices, PriceBand, PricedOffer, PriceSchedule } from "./offer-prices.ts";
import { type AnswerOrigin, priceUnder, withReceived } from "./price-terms.ts";
import { principalForTotal } from "./principal-for-total.ts";

const none = new Decimal(0);
const hundred = new Decimal(100);
const published: AnswerOrigin = { derivation: "exact", sample: null, flags: [] };

function inBand(band: PriceBand | null, amount: Decimal): boolean {
  return band === null || (amount.gte(band.min) && amount.lte(band.max));
}

function priceWithFee(prices: OfferPrices, schedule: PriceSchedule, pay: Decimal, fee: Decimal): PricedOffer | null {
  const { rate, payOutFee } = schedule;
  return priceUnder({ fee, rate, payOutFee }, pay, prices, published);
}

/** `priceForBudget` on a published schedule: exact for every amount of its band. */
export function priceScheduleForBudget(prices: OfferPrices, schedule: PriceSchedule, pay: Decimal): PricedOffer | null {
  const places = prices.sendMinorUnits;
  if (prices.feePlacement === "inside") {
    return inBand(schedule.band, pay) ? priceWithFee(prices, schedule, pay, feeFor(schedule.fees, pay, places)) : null;
  }
  const principal = principalForTotal(schedule.fees, pay, places, schedule.band);
  return principal === null ? null : priceWithFee(prices, schedule, pay, pay.minus(principal));
}

interface Sending {
  readonly total: Decimal;
  readonly fee: Decimal;
}

/** On top: least A + F(A) over the principals that suffice. A later tier with a lower fee can cost less in all. */
function cheapestOnTop(schedule: PriceSchedule, principal: Decimal, places: number): Sending | null {
  const { band, fees } = schedule;
  if (band !== null && principal.lt(band.min)) return null;
  let least: Sending | null = null;
  for (const [index, tier] of fees.tiers.entries()) {
    const end = fees.tiers[index + 1]?.from;
    if (end !== undefined && principal.gte(end)) continue;
    const candidate = tier.from.gt(principal) ? ceilTo(tier.from, places) : principal;
    if ((end !== undefined && candidate.gte(end)) || !inBand(band, candidate)) continue;
    const fee = feeInTier(tier, candidate, places);
    const total = candidate.plus(fee);
    if (least === null || total.lte(least.total)) least = { total, fee };
  }
  return least;
}

/** Least total of one tier that leaves `principal` after its fee, be it beyond the tier's end. */
function totalInTier(tier: FeeTier, principal: Decimal, places: number): Decimal {
  const start = ceilTo(tier.from, places);
  const leaves = (total: Decimal) => total.minus(feeInTier(tier, total, places)).gte(principal);
  if (start.gte(principal) && leaves(start)) return start;
  const unclamped = tier.pct.isZero()
    ? principal.plus(tier.flat)
    : principal.plus(tier.flat).times(hundred).div(hundred.minus(tier.pct));
  const fee = clampToTier(tier, unclamped.minus(principal));
  let total = ceilTo(principal.plus(fee), places);
  const unit = smallestAmount(places);
  // The fee's own rounding can make a unit or two less suffice.
  for (let below = total.minus(unit); below.gte(start) && leaves(below); below = below.minus(unit)) total = below;
  return total;
}

/** Inside: least S with S − F(S) at or above the principal needed. */
function cheapestInside(schedule: PriceSchedule, principal: Decimal, places: number): Sending | null {
  const { band, fees } = schedule;
  for (const [index, tier] of fees.tiers.entries()) {
    const end = fees.tiers[index + 1]?.from;
    if (end?.lte(principal)) continue;
    const total = totalInTier(tier, principal, places);
    if (end?.lte(total)) continue;
    return inBand(band, total) ? { total, fee: feeInTier(tier, total, places) } : null;
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
  const sending = cheapest(schedule, principal, places);
  const priced = sending === null ? null : priceWithFee(prices, schedule, sending.total, sending.fee);
  return priced === null ? null : withReceived(priced, received);
}
