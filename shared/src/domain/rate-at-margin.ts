import { Decimal } from "./decimal.ts";
import { DomainError } from "./errors.ts";

const hundred = new Decimal(100);

/** What is shown of a rate that has no end of digits is also what is reckoned with. */
const significantDigits = 12;

/**
 * The rate R of somebody who publishes a margin and no rate: M·(1 − margin/100), to 12 significant digits (METHOD 2).
 *
 * @param reference M, receive units per send unit
 * @param marginPct per cent; below zero where the rate is the better one
 * @throws DomainError when the reference is not above zero, or the margin leaves nothing of it
 */
export function rateAtMargin(reference: Decimal, marginPct: Decimal): Decimal {
  if (reference.lte(0)) throw new DomainError("a reference rate must be above zero");
  if (marginPct.gte(hundred)) throw new DomainError(`a margin of ${marginPct} % leaves nothing`);
  return reference.times(hundred.minus(marginPct)).div(hundred).toSignificantDigits(significantDigits);
}
