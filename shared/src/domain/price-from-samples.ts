import { ceilTo, type Decimal } from "./decimal.ts";
import { smallestAmount } from "./money.ts";
import type { OfferPrices, PricedOffer } from "./offer-prices.ts";
import type { PieceAnswer, PricePiece } from "./price-pieces.ts";
import { type PriceTerms, priceUnder, receivedUnrounded } from "./price-terms.ts";
import { termsOnLine } from "./sample-line.ts";

function termsAt(answer: PieceAnswer, pay: Decimal, prices: OfferPrices): PriceTerms {
  return answer.how === "line" ? termsOnLine(answer.line, pay, prices) : answer.point.terms;
}

function priceOn(answer: PieceAnswer, pay: Decimal, prices: OfferPrices): PricedOffer | null {
  if (answer.how === "stated") return answer.point.stated;
  const terms = termsAt(answer, pay, prices);
  if (answer.how === "near") {
    return priceUnder(terms, pay, prices, "near_sample", answer.point.index, answer.point.flags);
  }
  const { left, right, middle, flags } = answer.line;
  const nearer = pay.gt(middle) ? right : left;
  return priceUnder(terms, pay, prices, "interpolated", nearer.index, flags);
}

/** The last piece that starts at or below `pay`. */
function pieceAt(pieces: readonly PricePiece[], pay: Decimal): PricePiece | null {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (pieces[middle]?.from.lte(pay)) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1] ?? null;
}

/** `priceForBudget` on an offer's samples. */
export function priceSamplesForBudget(
  prices: OfferPrices,
  pieces: readonly PricePiece[],
  pay: Decimal,
): PricedOffer | null {
  const answer = pieceAt(pieces, pay)?.answer ?? null;
  return answer === null ? null : priceOn(answer, pay, prices);
}

/** Straight guesses before halving takes over: one suffices wherever X is linear in S, as it is on nearly every piece. */
const straightGuesses = 4;

/**
 * The least budget in (low, high] under which at least `target` arrives, in whole minor units, given that it does at
 * `high` and does not at `low`. X rises with S on a piece whose rate does not fall with the amount.
 */
function leastBudget(
  answer: PieceAnswer,
  prices: OfferPrices,
  range: { low: Decimal; high: Decimal },
  target: Decimal,
): Decimal {
  const unit = smallestAmount(prices.sendMinorUnits);
  const at = (pay: Decimal) => receivedUnrounded(termsAt(answer, pay, prices), pay);
  let { low, high } = range;
  let lowReceived = at(low);
  let highReceived = at(high);
  for (let guesses = 0; high.minus(low).gt(unit); guesses += 1) {
    const width = high.minus(low);
    const share =
      guesses < straightGuesses
        ? target.minus(lowReceived).times(width).div(highReceived.minus(lowReceived))
        : width.div(2);
    const step = ceilTo(share, prices.sendMinorUnits);
    const guess = low.plus(step.lt(width) ? step : width.minus(unit));
    const received = at(guess);
    if (received.lt(target)) {
      low = guess;
      lowReceived = received;
      continue;
    }
    high = guess;
    highReceived = received;
    const below = guess.minus(unit);
    if (below.lte(low)) break;
    const receivedBelow = at(below);
    if (receivedBelow.lt(target)) break;
    high = below;
    highReceived = receivedBelow;
  }
  return high;
}

/** `priceForReceived` on an offer's samples. */
export function priceSamplesForReceived(
  prices: OfferPrices,
  pieces: readonly PricePiece[],
  received: Decimal,
): PricedOffer | null {
  const target = ceilTo(received, prices.receiveMinorUnits);
  const unit = smallestAmount(prices.sendMinorUnits);
  for (const [index, { from, answer }] of pieces.entries()) {
    if (answer === null) continue;
    const high = (pieces[index + 1]?.from ?? from.plus(unit)).minus(unit);
    const reaches = (pay: Decimal) => receivedUnrounded(termsAt(answer, pay, prices), pay).gte(target);
    const reachesAtOnce = answer.how === "stated" ? answer.point.stated?.received.gte(target) === true : reaches(from);
    if (!reachesAtOnce && (answer.how === "stated" || !reaches(high))) continue;
    // Nothing is known right below this piece: a smaller X belongs to a budget outside of the range.
    const knownBelow = (pieces[index - 1]?.answer ?? null) !== null;
    if (reachesAtOnce && !knownBelow && reaches(from.minus(unit))) return null;
    const pay = reachesAtOnce ? from : leastBudget(answer, prices, { low: from, high }, target);
    const priced = priceOn(answer, pay, prices);
    return priced === null ? null : { ...priced, received };
  }
  return null;
}
