import type { Decimal } from "./decimal.ts";
import type { OfferPrices, PricedOffer } from "./offer-prices.ts";
import type { PieceAnswer, PricePiece } from "./price-pieces.ts";
import { priceOnLine } from "./sample-line.ts";
import { priceAtPoint } from "./sample-point.ts";

/** What a piece answers to one of its budgets. */
export function priceOnPiece(prices: OfferPrices, answer: PieceAnswer, pay: Decimal): PricedOffer | null {
  return answer.point === null ? priceOnLine(prices, answer.line, pay) : priceAtPoint(prices, answer.point, pay);
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
  return answer === null ? null : priceOnPiece(prices, answer, pay);
}
