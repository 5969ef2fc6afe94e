import type { CorridorSummary } from "@openremit/shared/contracts";
import { parseDecimal } from "@openremit/shared/domain";

/** Cheapest on average first, as the figure beside it says; those without a figure last, in the order they came. */
export function rankByMeanCost(summaries: readonly CorridorSummary[]): CorridorSummary[] {
  const costOf = ({ meanCostPct }: CorridorSummary) => (meanCostPct === null ? null : parseDecimal(meanCostPct));
  return summaries
    .map((summary) => ({ summary, cost: costOf(summary) }))
    .sort(({ cost: a }, { cost: b }) => {
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
      return a.comparedTo(b);
    })
    .map(({ summary }) => summary);
}
