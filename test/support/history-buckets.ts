import type { HistoryBucket } from "@openremit/shared/contracts";

/** One day of a history with these costs, Wise the cheapest. */
export function buildHistoryBucket(day: string, fields: Partial<HistoryBucket> = {}): HistoryBucket {
  return {
    from: day,
    to: day,
    meanCostPct: "4.00",
    medianCostPct: "3.00",
    cheapestCostPct: "1.00",
    cheapestProvider: { key: "wise", name: "Wise" },
    offers: 30,
    providers: 12,
    sources: 9,
    withoutReference: 0,
    ...fields,
  };
}
