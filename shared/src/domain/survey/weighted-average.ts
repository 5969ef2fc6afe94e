import { Decimal, ratio } from "../decimal.ts";

/** A mean of corridors weighted by the money that flows through them. */
export interface WeightedAverage {
  /** Per cent, not rounded. Null: no corridor has both a cost and a flow. */
  readonly averagePct: Decimal | null;
  /** Corridors with a cost and a flow. */
  readonly corridors: number;
  /** Share of those flows that those corridors carry, per cent; null without flows. */
  readonly coveredFlowPct: Decimal | null;
}

/**
 * Weighted mean of corridor costs: Σ flow · cost / Σ flow over the corridors that have both.
 *
 * @param costs per cent by corridor, such as `BEL-MAR`.
 * @param flows yearly amounts by corridor in one unit; all that could count, also those of corridors without a cost.
 */
export function weightedAverage(
  costs: ReadonlyMap<string, Decimal>,
  flows: ReadonlyMap<string, Decimal>,
): WeightedAverage {
  const nothing = new Decimal(0);
  const all = [...flows.values()].reduce((sum, flow) => sum.plus(flow), nothing);
  let flowing = nothing;
  let costing = nothing;
  let corridors = 0;
  for (const [corridor, cost] of costs) {
    const flow = flows.get(corridor);
    if (flow === undefined || !flow.gt(nothing)) continue;
    flowing = flowing.plus(flow);
    costing = costing.plus(flow.times(cost));
    corridors += 1;
  }
  return {
    averagePct: flowing.isZero() ? null : ratio(costing, flowing),
    corridors,
    coveredFlowPct: all.isZero() ? null : ratio(flowing.times(100), all),
  };
}
