import { ceilTo, Decimal, floorTo } from "./decimal.ts";
import { DomainError } from "./errors.ts";
import type { OfferPrices, PricedOffer, PriceSample } from "./offer-prices.ts";
import { priceUnder } from "./price-terms.ts";
import { statedReceivedFlags, totalOf } from "./stated-received.ts";

/** A sample seen as a point on the line of budgets. */
export interface SamplePoint {
  readonly index: number;
  readonly sample: PriceSample;
  /** S at the sample: A + F on top, the amount itself inside. */
  readonly total: Decimal;
  readonly flags: readonly string[];
}

/**
 * Reads one sample as a point.
 * @throws DomainError when amount or rate is not above zero, or a fee is below it
 */
export function buildPoint(prices: OfferPrices, sample: PriceSample, index: number): SamplePoint {
  const { amount, fee, rate, payOutFee } = sample;
  const positive = (figure: Decimal) => !figure.isNegative() && !figure.isZero();
  if (!positive(amount) || !positive(rate) || fee.isNegative() || payOutFee?.isNegative()) {
    throw new DomainError("a price sample needs an amount and a rate above zero and no negative fee");
  }
  const flags = statedReceivedFlags(sample, prices.feePlacement, prices.receiveMinorUnits);
  return { index, sample, total: totalOf(sample, prices.feePlacement), flags };
}

/** METHOD 3: an on-top sample speaks for principals within 2 % of its own. */
const nearBelow = new Decimal("0.98");
const nearAbove = new Decimal("1.02");

/**
 * Least and greatest budget that a point answers at its own fee and rate, in whole minor units. Inside: its total alone.
 * On top: principals within 2 % of A; with a band that holds A, also every budget from A to A + F whose principal lies in
 * it, and none whose principal lies outside (METHOD 3).
 */
export function budgetsOf(prices: OfferPrices, point: SamplePoint): { least: Decimal; greatest: Decimal } {
  const { sample, total } = point;
  const places = prices.sendMinorUnits;
  if (prices.feePlacement === "inside") return { least: ceilTo(total, places), greatest: floorTo(total, places) };
  const { amount, fee, band } = sample;
  const least = amount.times(nearBelow).plus(fee);
  const greatest = amount.times(nearAbove).plus(fee);
  if (band === null || amount.lt(band.min) || amount.gt(band.max)) {
    return { least: ceilTo(least, places), greatest: floorTo(greatest, places) };
  }
  return {
    least: ceilTo(Decimal.max(band.min.plus(fee), Decimal.min(least, amount)), places),
    greatest: floorTo(Decimal.min(band.max.plus(fee), greatest), places),
  };
}

/** The answer of a point to one of its budgets: `exact` with the source's own X at its total, else `near_sample`. */
export function priceAtPoint(prices: OfferPrices, point: SamplePoint, pay: Decimal): PricedOffer | null {
  const { index, sample, total, flags } = point;
  return pay.eq(total)
    ? priceUnder(sample, pay, prices, { derivation: "exact", sample: index, flags }, sample.received)
    : priceUnder(sample, pay, prices, { derivation: "near_sample", sample: index, flags });
}
