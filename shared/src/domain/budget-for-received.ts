import { ceilTo, type Decimal, floorTo, ratio } from "./decimal.ts";
import { smallestAmount } from "./money.ts";
import type { OfferPrices, PricedOffer } from "./offer-prices.ts";
import { priceOnPiece } from "./price-from-samples.ts";
import { withReceived } from "./price-terms.ts";
import { type ReceivedReach, receivedOnPiece } from "./received-reach.ts";

/** Straight guesses before halving takes over: one suffices wherever X is linear in S, as it nearly always is. */
const straightGuesses = 4;

/** The least budget of a run, in whole minor units, under which `target` arrives: not at its first, but at its last. */
function leastBudget(reach: ReceivedReach, prices: OfferPrices, target: Decimal): Decimal {
  const places = prices.sendMinorUnits;
  const unit = smallestAmount(places);
  const receivedAt = (pay: Decimal) => receivedOnPiece(prices, reach.answer, pay);
  let low = reach.first;
  let high = reach.last;
  let receivedLow = reach.receivedFirst;
  let receivedHigh = reach.receivedLast;
  for (let guesses = 0; ; guesses += 1) {
    const width = high.minus(low);
    if (width.lte(unit)) return high;
    const share =
      guesses < straightGuesses
        ? ratio(target.minus(receivedLow).times(width), receivedHigh.minus(receivedLow))
        : width.div(2);
    const step = ceilTo(share, places);
    const guess = low.plus(step.lt(width) ? step : width.minus(unit));
    const received = receivedAt(guess);
    if (received.lt(target)) {
      low = guess;
      receivedLow = received;
      continue;
    }
    const below = guess.minus(unit);
    const receivedBelow = below.gt(low) ? receivedAt(below) : receivedLow;
    if (receivedBelow.lt(target)) return guess;
    high = below;
    receivedHigh = receivedBelow;
  }
}

/** `priceForReceived` on an offer's samples: the first run, from the least budget up, that reaches X. */
export function priceSamplesForReceived(
  prices: OfferPrices,
  reaches: readonly ReceivedReach[],
  received: Decimal,
): PricedOffer | null {
  const target = ceilTo(received, prices.receiveMinorUnits);
  const reach = reaches.find((candidate) => candidate.receivedMost.gte(target));
  if (reach === undefined) return null;
  const reachesAtOnce = reach.receivedFirst.gte(target);
  // Nothing is known right below this run: an X smaller than its first one belongs to a budget out of range.
  if (reachesAtOnce && reach.receivedBelow?.gte(target)) {
    if (floorTo(reach.receivedFirst, prices.receiveMinorUnits).gt(target)) return null;
  }
  const pay = reachesAtOnce ? reach.first : leastBudget(reach, prices, target);
  const priced = priceOnPiece(prices, reach.answer, pay);
  return priced === null ? null : withReceived(priced, received);
}
