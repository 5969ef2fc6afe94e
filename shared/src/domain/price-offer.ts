import { priceSamplesForReceived } from "./budget-for-received.ts";
import type { Decimal } from "./decimal.ts";
import type { OfferPrices, PricedOffer } from "./offer-prices.ts";
import { priceSamplesForBudget } from "./price-from-samples.ts";
import { priceScheduleForBudget, priceScheduleForReceived } from "./price-from-schedule.ts";
import { buildPieces, type PricePiece } from "./price-pieces.ts";
import { buildReaches, type ReceivedReach } from "./received-reach.ts";

/** What can be known of an offer before anybody asks. */
interface Preparation {
  readonly pieces: readonly PricePiece[];
  /** Filled by the first mirror question. */
  reaches: readonly ReceivedReach[] | null;
}

/** Kept per object: prices never change in place. */
const preparations = new WeakMap<OfferPrices, Preparation>();

function preparationOf(prices: OfferPrices): Preparation {
  const known = preparations.get(prices);
  if (known !== undefined) return known;
  const preparation = { pieces: buildPieces(prices), reaches: null };
  preparations.set(prices, preparation);
  return preparation;
}

function reachesOf(prices: OfferPrices): readonly ReceivedReach[] {
  const preparation = preparationOf(prices);
  preparation.reaches ??= buildReaches(prices, preparation.pieces);
  return preparation.reaches;
}

/**
 * "I pay S": what of it is fee, what is converted, and X that arrives, floored to the receive currency's minor unit
 * unless the source states X at exactly this budget (METHOD 1 and 3).
 *
 * A schedule answers every amount of its band, `exact`. Without one, a budget equal to a sample's total is `exact`; one
 * close to an on-top sample (see METHOD 3) is `near_sample`; one between two samples is `interpolated`: fee to the minor
 * unit, rate to 12 significant digits. Nothing is extrapolated.
 * @param pay S in send currency, a whole number of its minor units
 * @returns null when out of range, and when fees leave nothing to convert or nothing to receive
 * @throws DomainError when samples do not ascend by amount or hold impossible figures
 */
export function priceForBudget(prices: OfferPrices, pay: Decimal): PricedOffer | null {
  return prices.schedule === null
    ? priceSamplesForBudget(prices, preparationOf(prices).pieces, pay)
    : priceScheduleForBudget(prices, prices.schedule, pay);
}

/**
 * The mirror question, "they must get exactly X": the least S, in whole minor units, for which at least X arrives
 * (METHOD 1). `received` is X as asked; fee, rate and derivation are those of that S.
 *
 * Between two samples whose rate falls or whose pay-out fee changes as the amount rises, X need not rise with every minor
 * unit of S; the S found is then one that reaches X by its last unit, not always the least.
 * @param received X in receive currency, above zero
 * @returns null when no answered budget reaches X, or X asks for less than the least amount the provider accepts
 */
export function priceForReceived(prices: OfferPrices, received: Decimal): PricedOffer | null {
  if (received.isZero() || received.isNegative()) return null;
  return prices.schedule === null
    ? priceSamplesForReceived(prices, reachesOf(prices), received)
    : priceScheduleForReceived(prices, prices.schedule, received);
}
