import { Decimal, ratio } from "./decimal.ts";
import { DomainError } from "./errors.ts";
import type { PricedOffer } from "./offer-prices.ts";
import type { FeePlacement } from "./vocabulary.ts";

/** What an answer costs. Percentages are per hundred, to 20 significant digits; null where there is no reference rate. */
export interface OfferCosts {
  /** F as a share of the amount the sender asked to send: A on top, S inside. */
  readonly feePct: Decimal;
  /** (1 − R/M)·100. */
  readonly fxMarginPct: Decimal | null;
  /** (1 − X/(S·M))·100: everything in one number. */
  readonly effectiveCostPct: Decimal | null;
  /** feePct + fxMarginPct, the World Bank's definition (Remittance Prices Worldwide). */
  readonly rpwTotalPct: Decimal | null;
  /** S − X/M in send currency: what the transfer costs the sender in money. */
  readonly cost: Decimal | null;
}

const hundred = new Decimal(100);

/**
 * What a rate keeps of the mid-market rate: (1 − R/M)·100 (METHOD 2), to 20 significant digits; below zero where it is the
 * better one.
 * @throws DomainError when the reference is not above zero
 */
export function fxMarginPctOf(rate: Decimal, reference: Decimal): Decimal {
  if (reference.isZero() || reference.isNegative()) throw new DomainError("a reference rate must be above zero");
  return ratio(reference.minus(rate).times(hundred), reference);
}

/**
 * The cost figures of METHOD 2. They may be negative (a provider beats the reference) and are never clamped.
 * @param feePlacement decides the base of `feePct`
 * @param reference M, receive units per send unit; null where none may be used: then only `feePct` is known
 * @throws DomainError when the reference is not above zero
 */
export function costsOf(
  priced: Pick<PricedOffer, "pay" | "fee" | "converted" | "rate" | "received">,
  feePlacement: FeePlacement,
  reference: Decimal | null,
): OfferCosts {
  const { pay, fee, converted, rate, received } = priced;
  const feePct = ratio(fee.times(hundred), feePlacement === "on_top" ? converted : pay);
  if (reference === null) {
    return { feePct, fxMarginPct: null, effectiveCostPct: null, rpwTotalPct: null, cost: null };
  }
  const fxMarginPct = fxMarginPctOf(rate, reference);
  // Over one denominator each, so that a transfer at the mid-market rate without a fee costs exactly 0.
  const worth = pay.times(reference);
  const lost = worth.minus(received);
  return {
    feePct,
    fxMarginPct,
    effectiveCostPct: ratio(lost.times(hundred), worth),
    rpwTotalPct: feePct.plus(fxMarginPct),
    cost: ratio(lost, reference),
  };
}
