import { Decimal, roundHalfUp } from "./decimal.ts";
import type { OfferPrices, PricedOffer } from "./offer-prices.ts";
import { type PriceTerms, priceUnder } from "./price-terms.ts";
import type { SamplePoint } from "./sample-point.ts";

/** Two neighbouring points with what their terms gain per unit of budget; null where they are equal. */
export interface SampleLine {
  readonly left: SamplePoint;
  readonly right: SamplePoint;
  readonly feeSlope: Decimal | null;
  readonly rateSlope: Decimal | null;
  readonly payOutFeeSlope: Decimal | null;
}

const none = new Decimal(0);

/** Rounded up, so that a fee that lies exactly between two minor units stays there and is rounded up with them. */
const slopeDigits = 20;

/**
 * The line between two neighbours. Fee and rate are linear in the sampled amount; so is the budget, hence both are linear
 * in the budget as well, which is what is asked. Null where the higher amount costs no more in total than the lower.
 */
export function buildLine(left: SamplePoint, right: SamplePoint): SampleLine | null {
  const width = right.total.minus(left.total);
  if (width.isZero() || width.isNegative()) return null;
  const slope = (from: Decimal, to: Decimal) =>
    from.eq(to) ? null : to.minus(from).div(width).toSignificantDigits(slopeDigits, Decimal.ROUND_CEIL);
  return {
    left,
    right,
    feeSlope: slope(left.sample.fee, right.sample.fee),
    rateSlope: slope(left.sample.rate, right.sample.rate),
    payOutFeeSlope: slope(left.sample.payOutFee ?? none, right.sample.payOutFee ?? none),
  };
}

/** Twelve significant digits say more about a rate between two samples than anybody knows. */
const rateDigits = 12;

function between(value: Decimal, one: Decimal, other: Decimal): Decimal {
  const [low, high] = one.lt(other) ? [one, other] : [other, one];
  if (value.lt(low)) return low;
  return value.gt(high) ? high : value;
}

/**
 * Terms at a budget between two points: fee rounded half-up to the minor unit of the send currency, G to that of the
 * receive currency, rate to 12 significant digits, none of them beyond either neighbour's.
 */
export function termsOnLine(prices: OfferPrices, line: SampleLine, pay: Decimal): PriceTerms {
  const { feeSlope, rateSlope, payOutFeeSlope } = line;
  const left = line.left.sample;
  if (feeSlope === null && rateSlope === null && payOutFeeSlope === null) return left;
  const right = line.right.sample;
  const beyond = pay.minus(line.left.total);
  let { fee, rate, payOutFee } = left;
  if (feeSlope !== null) {
    fee = between(roundHalfUp(feeSlope.times(beyond).plus(fee), prices.sendMinorUnits), fee, right.fee);
  }
  if (rateSlope !== null) {
    rate = between(rateSlope.times(beyond).plus(rate).toSignificantDigits(rateDigits), rate, right.rate);
  }
  if (payOutFeeSlope !== null) {
    const start = payOutFee ?? none;
    const rounded = roundHalfUp(payOutFeeSlope.times(beyond).plus(start), prices.receiveMinorUnits);
    payOutFee = between(rounded, start, right.payOutFee ?? none);
  }
  return { fee, rate, payOutFee };
}

/** The answer between two points, `interpolated`, marked with the nearer one (the left one in the very middle). */
export function priceOnLine(prices: OfferPrices, line: SampleLine, pay: Decimal): PricedOffer | null {
  const { left, right } = line;
  const nearer = right.total.minus(pay).lt(pay.minus(left.total)) ? right : left;
  const flags = left.flags.length > 0 ? left.flags : right.flags;
  const origin = { derivation: "interpolated", sample: nearer.index, flags } as const;
  return priceUnder(termsOnLine(prices, line, pay), pay, prices, origin);
}
