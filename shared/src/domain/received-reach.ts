import type { Decimal } from "./decimal.ts";
import { smallestAmount } from "./money.ts";
import type { OfferPrices } from "./offer-prices.ts";
import type { PieceAnswer, PricePiece } from "./price-pieces.ts";
import { receivedUnrounded } from "./price-terms.ts";
import { termsOnLine } from "./sample-line.ts";

/** A run of budgets on which X moves smoothly, seen from the receiving end. X is not floored here. */
export interface ReceivedReach {
  readonly answer: PieceAnswer;
  readonly first: Decimal;
  readonly last: Decimal;
  readonly receivedFirst: Decimal;
  readonly receivedLast: Decimal;
  readonly receivedMost: Decimal;
  /** X one minor unit below `first` at the same terms, where nothing is known of that budget; else null. */
  readonly receivedBelow: Decimal | null;
}

/** X at a budget of a piece, not floored, by fee and rate alone. */
export function receivedOnPiece(prices: OfferPrices, answer: PieceAnswer, pay: Decimal): Decimal {
  const terms = answer.point === null ? termsOnLine(prices, answer.line, pay) : answer.point.sample;
  return receivedUnrounded(terms, pay);
}

/** A piece around a sample breaks at the sample's own total, where the source's own X holds. */
function breakAtTotal(answer: PieceAnswer, first: Decimal, last: Decimal, places: number): [Decimal, Decimal][] {
  const total = answer.point?.total ?? null;
  if (total === null || total.lt(first) || total.gt(last) || total.decimalPlaces() > places) return [[first, last]];
  const unit = smallestAmount(places);
  const runs: [Decimal, Decimal][] = [
    [first, total.minus(unit)],
    [total, total],
    [total.plus(unit), last],
  ];
  return runs.filter(([from, to]) => from.lte(to));
}

/** Every run of budgets of an offer, ascending. */
export function buildReaches(prices: OfferPrices, pieces: readonly PricePiece[]): readonly ReceivedReach[] {
  const unit = smallestAmount(prices.sendMinorUnits);
  return pieces.flatMap(({ from, answer }, index) => {
    if (answer === null) return [];
    const knownBelow = (pieces[index - 1]?.answer ?? null) !== null;
    const end = (pieces[index + 1]?.from ?? from.plus(unit)).minus(unit);
    return breakAtTotal(answer, from, end, prices.sendMinorUnits).map(([first, last]) => {
      const stated = answer.point?.total.eq(first) ? answer.point.sample.received : null;
      const receivedFirst = stated ?? receivedOnPiece(prices, answer, first);
      const receivedLast = stated ?? receivedOnPiece(prices, answer, last);
      return {
        answer,
        first,
        last,
        receivedFirst,
        receivedLast,
        receivedMost: receivedLast.gt(receivedFirst) ? receivedLast : receivedFirst,
        receivedBelow: knownBelow || !first.eq(from) ? null : receivedOnPiece(prices, answer, first.minus(unit)),
      };
    });
  });
}
