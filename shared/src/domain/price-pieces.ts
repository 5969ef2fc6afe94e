import { ceilTo, type Decimal, floorTo } from "./decimal.ts";
import { DomainError } from "./errors.ts";
import { smallestAmount } from "./money.ts";
import type { OfferPrices } from "./offer-prices.ts";
import { buildLine, type SampleLine } from "./sample-line.ts";
import { buildPoint, type SamplePoint } from "./sample-point.ts";

/** How budgets of one piece are answered: by a sample as stated, by a sample nearby, or on the line between two. */
export type PieceAnswer =
  | { readonly how: "stated"; readonly point: SamplePoint }
  | { readonly how: "near"; readonly point: SamplePoint }
  | { readonly how: "line"; readonly line: SampleLine };

/** A stretch of budgets answered in one way, from `from` up to where the next piece begins; null: out of range. */
export interface PricePiece {
  readonly from: Decimal;
  readonly answer: PieceAnswer | null;
}

interface Answers {
  readonly points: readonly { point: SamplePoint; stated: PieceAnswer; near: PieceAnswer }[];
  readonly lines: readonly { line: SampleLine; answer: PieceAnswer }[];
}

/**
 * METHOD 3 for one budget: the nearest sample that answers it (of two equally near the one at the greater amount), else
 * the line between two neighbours around it (of two such lines the one at the greater amounts), else nothing.
 */
function answerAt(pay: Decimal, { points, lines }: Answers): PieceAnswer | null {
  let nearest: Answers["points"][number] | null = null;
  let shortest: Decimal | null = null;
  for (const candidate of points) {
    const { least, greatest, total } = candidate.point;
    if (pay.lt(least) || pay.gt(greatest)) continue;
    const distance = pay.minus(total).abs();
    if (shortest !== null && distance.gt(shortest)) continue;
    nearest = candidate;
    shortest = distance;
  }
  if (nearest !== null && shortest !== null) return shortest.isZero() ? nearest.stated : nearest.near;
  const around = lines.findLast(({ line }) => pay.gt(line.left.total) && pay.lt(line.right.total));
  return around?.answer ?? null;
}

/** Every budget at which the answer can change, in whole minor units, ascending. */
function startsOf(points: readonly SamplePoint[], places: number): readonly Decimal[] {
  const unit = smallestAmount(places);
  const starts: Decimal[] = [];
  const after = (pay: Decimal) => floorTo(pay, places).plus(unit);
  for (const [index, point] of points.entries()) {
    starts.push(ceilTo(point.least, places), after(point.greatest), ceilTo(point.total, places), after(point.total));
    for (const other of points.slice(index + 1)) {
      if (point.greatest.lt(other.least) || other.greatest.lt(point.least)) continue;
      const middle = point.total.plus(other.total).div(2);
      starts.push(ceilTo(middle, places), after(middle));
    }
  }
  return starts.sort((one, other) => one.cmp(other));
}

/**
 * Cuts the budgets into pieces answered in one way each, ascending, the last one out of range. Both questions, "I pay S"
 * and "they must get X", are answered on these pieces, so they cannot contradict each other.
 * @throws DomainError when samples do not ascend by amount
 */
export function buildPieces(prices: OfferPrices): readonly PricePiece[] {
  const points = prices.samples.map((sample, index) => buildPoint(prices, sample, index));
  const lines: { line: SampleLine; answer: PieceAnswer }[] = [];
  for (const [index, right] of points.entries()) {
    const left = points[index - 1];
    if (left === undefined) continue;
    if (prices.samples[index - 1]?.amount.gte(prices.samples[index]?.amount ?? left.total)) {
      throw new DomainError("price samples must ascend by amount, one per amount");
    }
    const line = buildLine(left, right);
    if (line !== null) lines.push({ line, answer: { how: "line", line } });
  }
  const answers: Answers = {
    points: points.map((point) => ({ point, stated: { how: "stated", point }, near: { how: "near", point } })),
    lines,
  };
  const pieces: PricePiece[] = [];
  for (const from of startsOf(points, prices.sendMinorUnits)) {
    const answer = answerAt(from, answers);
    if (pieces.length > 0 && pieces.at(-1)?.answer === answer) continue;
    if (pieces.length === 0 && answer === null) continue;
    pieces.push({ from, answer });
  }
  return pieces;
}
