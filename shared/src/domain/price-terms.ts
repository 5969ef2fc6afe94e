import { type Decimal, floorTo } from "./decimal.ts";
import type { OfferPrices, PricedOffer } from "./offer-prices.ts";
import type { Derivation } from "./vocabulary.ts";

/** What an offer charges at one budget: F, R and G of METHOD 1. A G nobody speaks of prices as none. */
export interface PriceTerms {
  readonly fee: Decimal;
  readonly rate: Decimal;
  readonly payOutFee: Decimal | null;
}

/** X before it is floored: (S − F)·R − G. The same for both placements, where S is all the sender pays (METHOD 1). */
export function receivedUnrounded(terms: PriceTerms, pay: Decimal): Decimal {
  const inHand = pay.minus(terms.fee).times(terms.rate);
  return terms.payOutFee === null ? inHand : inHand.minus(terms.payOutFee);
}

/** How an answer was found. */
export interface AnswerOrigin {
  readonly derivation: Derivation;
  readonly sample: number | null;
  readonly flags: readonly string[];
}

/**
 * The answer for a budget under these terms, X floored to the receive currency's minor unit. Null where the fees leave
 * nothing to convert or nothing to receive.
 * @param stated X as the source states it for exactly this budget, kept as it is; null to compute it
 */
export function priceUnder(
  terms: PriceTerms,
  pay: Decimal,
  prices: OfferPrices,
  origin: AnswerOrigin,
  stated: Decimal | null = null,
): PricedOffer | null {
  const { fee, rate } = terms;
  const converted = pay.minus(fee);
  if (converted.isNegative() || converted.isZero()) return null;
  const received = stated ?? floorTo(receivedUnrounded(terms, pay), prices.receiveMinorUnits);
  if (received.isNegative() || received.isZero()) return null;
  const { derivation, sample, flags } = origin;
  return { pay, fee, converted, rate, received, derivation, sample, flags };
}

/** The same answer to the mirror question: what arrives is what was asked for. */
export function withReceived(priced: PricedOffer, received: Decimal): PricedOffer {
  const { pay, fee, converted, rate, derivation, sample, flags } = priced;
  return { pay, fee, converted, rate, received, derivation, sample, flags };
}
