import { pairRegime } from "./pair-regime.ts";
import { corroborated, monthlyLayer } from "./rate-company.ts";
import type { RateKnowledge, RateQuestion } from "./rate-knowledge.ts";
import { rateStatus } from "./rate-staleness.ts";
import type { SourceRate } from "./source-rate.ts";

/**
 * What is left where no usable source of layers 1 to 3 answers (METHOD 4): the newest that is ageing; then the monthly
 * figure, the last resort; then the newest whose percentages hide, for the record. Of equally new ones the higher.
 */
export function leftOverRate(
  rates: readonly SourceRate[],
  question: RateQuestion,
  knowledge: RateKnowledge,
): SourceRate | null {
  const regime = pairRegime(question, knowledge);
  const stale = rates.filter(({ lost }) => lost === "stale");
  const daily = corroborated(stale.filter(({ policy }) => policy.layer < monthlyLayer));
  const ageing = daily.filter(({ age }) => rateStatus(age, regime) === "ageing");
  const monthly = stale.filter(({ policy }) => policy.layer >= monthlyLayer);
  return newest(ageing) ?? monthlyRate(rates) ?? newest(daily) ?? newest(monthly);
}

/** The usable monthly figure, or null. */
export function monthlyRate(rates: readonly SourceRate[]): SourceRate | null {
  return rates.find(({ policy, lost }) => policy.layer >= monthlyLayer && lost === null) ?? null;
}

function newest(rates: readonly SourceRate[]): SourceRate | null {
  return rates.reduce<SourceRate | null>(
    (best, rate) => (best === null || rate.route.observedOn > best.route.observedOn ? rate : best),
    null,
  );
}
