import { parseDecimal } from "@openremit/shared/domain";

/** Between which of the two lines of SDG 10.c a cost lies (METHOD 7); `none` where no cost is known. */
export const costBands = ["low", "middle", "high", "none"] as const;
export type CostBand = (typeof costBands)[number];

export const lowLinePct = "3";
export const highLinePct = "5";

const lowLine = parseDecimal(lowLinePct);
const highLine = parseDecimal(highLinePct);

export function costBandOf(costPct: string | null): CostBand {
  if (costPct === null) return "none";
  const cost = parseDecimal(costPct);
  if (cost.lte(lowLine)) return "low";
  return cost.lte(highLine) ? "middle" : "high";
}
