import type { HistoryBucket } from "@openremit/shared/contracts";
import { parseDecimal, shiftDay } from "@openremit/shared/domain";

/** Days without a break on which the same provider was cheapest. */
export interface CheapestRun {
  readonly from: string;
  readonly to: string;
  readonly provider: string;
  readonly lowestPct: string;
  readonly highestPct: string;
}

/** Newest first. A day without prices ends a run: nobody knows who was cheapest then. */
export function listCheapestRuns(buckets: readonly HistoryBucket[]): CheapestRun[] {
  const runs: CheapestRun[] = [];
  for (const { from, to, cheapestProvider, cheapestCostPct } of buckets) {
    if (cheapestProvider === null || cheapestCostPct === null) continue;
    const last = runs.at(-1);
    const next = { from, to, provider: cheapestProvider.name, lowestPct: cheapestCostPct, highestPct: cheapestCostPct };
    if (last?.provider === next.provider && shiftDay(last.to, 1) === from) runs[runs.length - 1] = join(last, next);
    else runs.push(next);
  }
  return runs.reverse();
}

function join(a: CheapestRun, b: CheapestRun): CheapestRun {
  const isLower = parseDecimal(b.lowestPct).lt(parseDecimal(a.lowestPct));
  const isHigher = parseDecimal(b.highestPct).gt(parseDecimal(a.highestPct));
  return {
    ...a,
    to: b.to,
    lowestPct: isLower ? b.lowestPct : a.lowestPct,
    highestPct: isHigher ? b.highestPct : a.highestPct,
  };
}
