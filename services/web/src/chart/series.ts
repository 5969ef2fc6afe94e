import type { HistoryBucket } from "@openremit/shared/contracts";
import { shiftDay } from "@openremit/shared/domain";

/** The three lines of a history. */
export const seriesNames = ["mean", "median", "cheapest"] as const;
export type SeriesName = (typeof seriesNames)[number];

const fields = { mean: "meanCostPct", median: "medianCostPct", cheapest: "cheapestCostPct" } as const;

/** A cost over some days; null where nobody knows it, so that a line stops there. */
export interface SeriesPoint {
  readonly from: string;
  readonly to: string;
  readonly costPct: string | null;
}

/** A quarter of the World Bank's survey. */
export interface SurveyPoint extends SeriesPoint {
  readonly costPct: string;
}

/** One figure of every bucket, with a point of nothing wherever days are missing between two buckets. */
export function seriesOf(buckets: readonly HistoryBucket[], name: SeriesName): SeriesPoint[] {
  return buckets.flatMap((bucket, index): SeriesPoint[] => {
    const { from, to } = bucket;
    const before = buckets[index - 1];
    const expected = before === undefined ? from : shiftDay(before.to, 1);
    const gap = expected < from ? [{ from: expected, to: shiftDay(from, -1), costPct: null }] : [];
    return [...gap, { from, to, costPct: bucket[fields[name]] }];
  });
}

/** Points with no neighbour to draw a line to. */
export function lonePoints(points: readonly SeriesPoint[]): SeriesPoint[] {
  const isKnown = (point: SeriesPoint | undefined) => point !== undefined && point.costPct !== null;
  return points.filter((point, index) => isKnown(point) && !isKnown(points[index - 1]) && !isKnown(points[index + 1]));
}
