import { type CheapestService, type CostSummary, type Decimal, decimalText, fixedText } from "../../domain/index.ts";

/** As ARCHITECTURE 7 shows them: two more than the World Bank publishes, so that nobody has to guess how it was rounded. */
const costPlaces = 4;

export function costText(cost: Decimal | null): string | null {
  return cost === null ? null : fixedText(cost, costPlaces);
}

/** The figures of a group of services, as answers show them. */
export function costTexts(summary: CostSummary) {
  const { services, firms, services500 } = summary;
  return {
    services,
    firms,
    average200Pct: costText(summary.average200Pct),
    average500Pct: costText(summary.average500Pct),
    median200Pct: costText(summary.median200Pct),
    median500Pct: costText(summary.median500Pct),
    services500,
  };
}

export function cheapestText(cheapest: CheapestService | null): { firm: string; totalCostPct: string } | null {
  return cheapest === null ? null : { firm: cheapest.firm, totalCostPct: decimalText(cheapest.totalCostPct) };
}
