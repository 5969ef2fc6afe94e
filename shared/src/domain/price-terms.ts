import { type Decimal, floorTo } from "./decimal.ts";
import type { OfferPrices, PricedOffer } from "./offer-prices.ts";
import type { Derivation } from "./vocabulary.ts";

/** What an offer charges at one budget: F, R and G of METHOD 1. */
export interface PriceTerms {
  readonly fee: Decimal;
  readonly rate: Decimal;
  readonly payOutFee: Decimal;
}

/** X before it is floored: (S − F)·R − G. The same for both placements, where S is all the sender pays (METHOD 1). */
export function receivedUnrounded(terms: PriceTerms, pay: Decimal): Decimal {
  const converted = pay.minus(terms.fee).times(terms.rate);
  return terms.payOutFee.isZero() ? converted : converted.minus(terms.payOutFee);
}

/**
 * The answer for a budget under these terms, X floored to the receive currency's minor unit. Null where the fees leave
 * nothing to convert or nothing to receive.
 */
export function priceUnder(
  terms: PriceTerms,
  pay: Decimal,
  prices: OfferPrices,
  derivation: Derivation,
  sample: number | null,
  flags: readonly string[],
): PricedOffer | null {
  const { fee, rate, payOutFee } = terms;
  const converted = pay.minus(fee);
  if (converted.s < 0 || converted.isZero()) return null;
  const unrounded = payOutFee.isZero() ? converted.times(rate) : converted.times(rate).minus(payOutFee);
  const received = floorTo(unrounded, prices.receiveMinorUnits);
  if (received.s < 0 || received.isZero()) return null;
  return { pay, fee, converted, rate, received, derivation, sample, flags };
}
