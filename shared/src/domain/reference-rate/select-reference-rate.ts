import { describeCandidates } from "./describe-candidates.ts";
import { listSourceRates } from "./list-source-rates.ts";
import { marketRate } from "./market-rate.ts";
import { identityRate, parityRate } from "./official-rate.ts";
import { pairRegime } from "./pair-regime.ts";
import type { RateKnowledge, RateQuestion } from "./rate-knowledge.ts";
import { rateStatus } from "./rate-staleness.ts";
import type { ReferenceRate } from "./reference-rate.ts";

/**
 * The mid-market rate M of METHOD 4: units of `quote` per one `base`, as it was known at `at`. Identity, then official
 * parities, then the sources by layer, selected and not averaged. Published figures keep their digits; inverses and
 * crosses are rounded half-up to 20 significant digits. The order of the rows does not matter.
 *
 * Never throws: where nothing may answer, `value` is null and `reason` says why. `status` says whether percentages over
 * the value may be shown.
 */
export function selectReferenceRate(question: RateQuestion, knowledge: RateKnowledge): ReferenceRate {
  const { base, quote } = question;
  if (base === quote) return identityRate(question, knowledge);
  const rates = listSourceRates(question, knowledge);
  const parity = parityRate(question, rates, knowledge);
  if (parity !== null) return parity;

  const { winner, reason, flags, disagreementPct, losses } = marketRate(rates, question, knowledge);
  const candidates = describeCandidates(rates, winner, losses);
  const regime = pairRegime(question, knowledge);
  const common = { base, quote, regime, disagreementPct, candidates, flags };
  if (winner === null) {
    const unknown = {
      value: null,
      source: null,
      layer: null,
      observedOn: null,
      missedPublications: null,
      ageDays: null,
    };
    return { ...common, ...unknown, status: "none", legs: [], reason };
  }
  const { policy, route, age } = winner;
  const status = rateStatus(age, regime);
  return {
    ...common,
    ...{ value: route.value, source: policy.key, layer: policy.layer, observedOn: route.observedOn, ...age },
    ...{ status, legs: route.legs, reason: status === "hidden" ? "too_old" : null },
  };
}
