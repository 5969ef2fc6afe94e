import { ceilTo, type Decimal, floorTo } from "./decimal.ts";
import { DomainError } from "./errors.ts";
import { smallestAmount } from "./money.ts";
import type { OfferPrices } from "./offer-prices.ts";
import { buildLine, type SampleLine } from "./sample-line.ts";
import { budgetsOf, buildPoint, type SamplePoint } from "./sample-point.ts";

/** What answers the budgets of one piece: one sample, or the line between two. */
export type PieceAnswer =
  | { readonly point: SamplePoint; readonly line: null }
  | { readonly point: null; readonly line: SampleLine };

/** A stretch of budgets with one answer, from `from` up to where the next piece begins; null: out of range. */
export interface PricePiece {
  readonly from: Decimal;
  readonly answer: PieceAnswer | null;
}

interface PointReach {
  readonly point: SamplePoint;
  readonly least: Decimal;
  readonly greatest: Decimal;
  readonly answer: PieceAnswer;
}

interface LineReach {
  readonly line: SampleLine;
  readonly answer: PieceAnswer;
}

function buildPointReaches(prices: OfferPrices): readonly PointReach[] {
  return prices.samples.map((sample, index) => {
    if (prices.samples[index - 1]?.amount.gte(sample.amount)) {
      throw new DomainError("price samples must ascend by amount, one per amount");
    }
    const point = buildPoint(prices, sample, index);
    return { point, ...budgetsOf(prices, point), answer: { point, line: null } };
  });
}

function buildLineReaches(points: readonly PointReach[]): readonly LineReach[] {
  return points.flatMap(({ point: right }, index) => {
    const left = points[index - 1]?.point;
    const line = left === undefined ? null : buildLine(left, right);
    return line === null ? [] : { line, answer: { point: null, line } };
  });
}

/**
 * METHOD 3 for one budget: the nearest sample that answers it (of two equally near the one at the greater amount), else
 * the line between two neighbours around it (of two such lines the one at the greater amounts), else nothing.
 */
function answerAt(pay: Decimal, points: readonly PointReach[], lines: readonly LineReach[]): PieceAnswer | null {
  let nearest: PieceAnswer | null = null;
  let shortest: Decimal | null = null;
  for (const { point, least, greatest, answer } of points) {
    if (pay.lt(least) || pay.gt(greatest)) continue;
    const distance = pay.minus(point.total).abs();
    if (shortest?.lt(distance)) continue;
    nearest = answer;
    shortest = distance;
  }
  if (nearest !== null) return nearest;
  return lines.findLast(({ line }) => pay.gt(line.left.total) && pay.lt(line.right.total))?.answer ?? null;
}

/** Every budget at which the answer can change, in whole minor units, ascending, each once. */
function startsOf(points: readonly PointReach[], places: number): readonly Decimal[] {
  const unit = smallestAmount(places);
  const starts: Decimal[] = [];
  for (const [index, { point, least, greatest }] of points.entries()) {
    starts.push(least, greatest.plus(unit));
    for (const other of points.slice(index + 1)) {
      if (greatest.lt(other.least) || other.greatest.lt(least)) continue;
      const middle = point.total.plus(other.point.total).div(2);
      starts.push(ceilTo(middle, places), floorTo(middle, places).plus(unit));
    }
  }
  starts.sort((one, other) => one.cmp(other));
  return starts.filter((start, index) => index === 0 || !start.eq(starts[index - 1] ?? unit));
}

/**
 * Cuts the budgets into pieces with one answer each, ascending, the last one out of range. Both questions, "I pay S"
 * and "they must get X", are answered on these pieces, so they cannot contradict each other.
 * @throws DomainError when samples do not ascend by amount
 */
export function buildPieces(prices: OfferPrices): readonly PricePiece[] {
  const points = buildPointReaches(prices);
  const lines = buildLineReaches(points);
  const pieces: PricePiece[] = [];
  for (const from of startsOf(points, prices.sendMinorUnits)) {
    const answer = answerAt(from, points, lines);
    if (answer !== (pieces.at(-1)?.answer ?? null)) pieces.push({ from, answer });
  }
  return pieces;
}
