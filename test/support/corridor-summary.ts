import type { CorridorSummary } from "@openremit/shared/contracts";
import { beMa } from "./record-job.ts";

/** Belgium to Morocco at EUR 200: Wise is best. */
export function buildCorridorSummary(fields: Partial<CorridorSummary> = {}): CorridorSummary {
  return {
    corridor: beMa,
    pay: "200.00",
    bestCostPct: "0.40",
    medianCostPct: "2.38",
    meanCostPct: "2.76",
    bestProvider: { key: "wise", name: "Wise" },
    bestReceived: "2154.00",
    coverage: { providers: 13, sources: 11, offers: 35, unranked: 2 },
    newestObservedAt: "2026-11-23T11:48:00.000Z",
    oldestObservedAt: "2026-11-23T10:00:00.000Z",
    reference: null,
    lines: [],
    warnings: [],
    ...fields,
  };
}

/** The same, to another country or in another currency. */
export function summaryTo(
  receiveCountry: string,
  receiveCurrency: string,
  fields: Partial<CorridorSummary> = {},
): CorridorSummary {
  const id = `be-${receiveCountry.toLowerCase()}`;
  return buildCorridorSummary({ corridor: { ...beMa, id, receiveCountry, receiveCurrency }, ...fields });
}

/** Nothing is known of it, for this reason. */
export function summaryWithoutCost(receiveCountry: string, receiveCurrency: string, code: string): CorridorSummary {
  return summaryTo(receiveCountry, receiveCurrency, {
    bestCostPct: null,
    medianCostPct: null,
    meanCostPct: null,
    warnings: [{ code, detail: "" }],
  });
}
