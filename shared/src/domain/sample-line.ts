import { type Decimal, roundHalfUp } from "./decimal.ts";
import type { OfferPrices } from "./offer-prices.ts";
import type { PriceTerms } from "./price-terms.ts";
import type { SamplePoint } from "./sample-point.ts";

/** Two neighbouring points with what their terms gain per unit of budget; null where they are equal. */
export interface SampleLine {
  readonly left: SamplePoint;
  readonly right: SamplePoint;
  readonly middle: Decimal;
  readonly feeSlope: Decimal | null;
  readonly rateSlope: Decimal | null;
  readonly payOutFeeSlope: Decimal | null;
  readonly flags: readonly string[];
}

/**
 * The line between two neighbours. Fee and rate are linear in the sampled amount; so is the budget, hence both are linear
 * in the budget as well, which is what is asked. Null where the higher amount costs no more in total than the lower.
 */
export function buildLine(left: SamplePoint, right: SamplePoint): SampleLine | null {
  const width = right.total.minus(left.total);
  if (width.isZero() || width.isNegative()) return null;
  const slope = (from: Decimal, to: Decimal) => (from.eq(to) ? null : to.minus(from).div(width));
  return {
    left,
    right,
    middle: left.total.plus(right.total).div(2),
    feeSlope: slope(left.terms.fee, right.terms.fee),
    rateSlope: slope(left.terms.rate, right.terms.rate),
    payOutFeeSlope: slope(left.terms.payOutFee, right.terms.payOutFee),
    flags: left.flags.length > 0 ? left.flags : right.flags,
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
export function termsOnLine(line: SampleLine, pay: Decimal, prices: OfferPrices): PriceTerms {
  const { left, right, feeSlope, rateSlope, payOutFeeSlope } = line;
  if (feeSlope === null && rateSlope === null && payOutFeeSlope === null) return left.terms;
  const beyond = pay.minus(left.total);
  const { fee, rate, payOutFee } = left.terms;
  const { sendMinorUnits, receiveMinorUnits } = prices;
  const move = (start: Decimal, slope: Decimal) => slope.times(beyond).plus(start);
  return {
    fee: feeSlope === null ? fee : between(roundHalfUp(move(fee, feeSlope), sendMinorUnits), fee, right.terms.fee),
    rate:
      rateSlope === null
        ? rate
        : between(move(rate, rateSlope).toSignificantDigits(rateDigits), rate, right.terms.rate),
    payOutFee:
      payOutFeeSlope === null
        ? payOutFee
        : between(roundHalfUp(move(payOutFee, payOutFeeSlope), receiveMinorUnits), payOutFee, right.terms.payOutFee),
  };
}
