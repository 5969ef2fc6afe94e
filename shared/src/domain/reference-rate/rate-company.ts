import { Decimal } from "../decimal.ts";
import { distancePct } from "./distance-pct.ts";
import type { SourceRate } from "./source-rate.ts";

/** METHOD 4: a currency that only gap fillers know needs two of them this close, in per cent. */
const gapFillerLimitPct = new Decimal("2");

const gapFillerLayer = 3;
export const monthlyLayer = 4;

/** Whether a second source among them lies within the limit. Measured against the smaller of two, so both find each other. */
export function hasCompany(rate: SourceRate, among: readonly SourceRate[], limitPct: Decimal): boolean {
  return among.some(
    (other) => other.policy.key !== rate.policy.key && isNear(rate.route.value, other.route.value, limitPct),
  );
}

/** The rates that stand: all, where one is of layer 1 or 2; else the gap fillers that a second one confirms. */
export function corroborated(rates: readonly SourceRate[]): readonly SourceRate[] {
  if (rates.some(({ policy }) => policy.layer < gapFillerLayer)) return rates;
  return rates.filter((rate) => hasCompany(rate, rates, gapFillerLimitPct));
}

function isNear(one: Decimal, other: Decimal, limitPct: Decimal): boolean {
  return distancePct(Decimal.max(one, other), Decimal.min(one, other)).lte(limitPct);
}
