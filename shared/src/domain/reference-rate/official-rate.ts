import { dayOf } from "../calendar-day.ts";
import { Decimal } from "../decimal.ts";
import { medianOf } from "../median.ts";
import { describeCandidates, describeOfficial } from "./describe-candidates.ts";
import { distancePct } from "./distance-pct.ts";
import { findPegRoute } from "./find-route.ts";
import { disagreementLimitPct, pairRegime } from "./pair-regime.ts";
import type { RateKnowledge, RateQuestion } from "./rate-knowledge.ts";
import type { ReferenceRate } from "./reference-rate.ts";
import type { SourceRate } from "./source-rate.ts";

const timeless = { layer: 0, missedPublications: null, ageDays: null, status: "fresh", reason: null } as const;

/** METHOD 4, layer 0: one currency against itself is 1, by definition and on every day. */
export function identityRate(question: RateQuestion, knowledge: RateKnowledge): ReferenceRate {
  const { base, quote, at } = question;
  const value = new Decimal(1);
  const observedOn = dayOf(at);
  const legs = [{ source: "identity", base, quote, value, observedOn, how: "identity" as const }];
  return {
    ...timeless,
    ...{ base, quote, value, source: "identity", observedOn, legs },
    regime: pairRegime(question, knowledge),
    disagreementPct: null,
    candidates: [describeOfficial("identity", { value, legs, observedOn, rows: [] })],
    flags: [],
  };
}

/**
 * METHOD 4, layer 0: the official parity, or null where none is in force. It is not put to the vote of market sources;
 * two usable ones beyond the pair's limit flag it `peg_disputed`, for a person to end the peg in the configuration.
 */
export function parityRate(
  question: RateQuestion,
  rates: readonly SourceRate[],
  knowledge: RateKnowledge,
): ReferenceRate | null {
  const { base, quote, at } = question;
  const route = findPegRoute(question, dayOf(at), knowledge.pegs);
  if (route === null) return null;
  const usable = rates.filter(({ lost }) => lost === null);
  const limitPct = disagreementLimitPct(question, knowledge);
  const off = usable.filter((rate) => distancePct(rate.route.value, route.value).gt(limitPct));
  const median = medianOf(usable.map((rate) => rate.route.value));
  return {
    ...timeless,
    ...{ base, quote, value: route.value, source: "peg", observedOn: route.observedOn, legs: route.legs },
    regime: pairRegime(question, knowledge),
    disagreementPct: median === null ? null : distancePct(route.value, median),
    candidates: [describeOfficial("peg", route), ...describeCandidates(rates, null, new Map())],
    flags: off.length > 1 ? ["peg_disputed"] : [],
  };
}
