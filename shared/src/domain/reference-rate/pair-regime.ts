import { dayOf } from "../calendar-day.ts";
import { Decimal } from "../decimal.ts";
import type { RegimeKind } from "../vocabulary.ts";
import type { RateKnowledge, RateQuestion } from "./rate-knowledge.ts";

const mostTroublesomeFirst: readonly RegimeKind[] = ["multiple", "managed", "hard_peg", "float"];
const majorsLimitPct = new Decimal("0.5");
const managedLimitPct = new Decimal("1.5");
const othersLimitPct = new Decimal("3");

type PairRules = Pick<RateKnowledge, "majors" | "regimeOf">;

/** The regime of a pair that day: the more troublesome of its two currencies' (multiple, managed, hard_peg, float). */
export function pairRegime({ base, quote, at }: RateQuestion, rules: PairRules): RegimeKind {
  const day = dayOf(at);
  const both = [rules.regimeOf(base, day), rules.regimeOf(quote, day)];
  return mostTroublesomeFirst.find((regime) => both.includes(regime)) ?? "float";
}

/** METHOD 4: how far from the median a rate may lie, in per cent: two majors 0.5, a managed currency 1.5, others 3. */
export function disagreementLimitPct(question: RateQuestion, rules: PairRules): Decimal {
  const { base, quote } = question;
  if (rules.majors.has(base) && rules.majors.has(quote)) return majorsLimitPct;
  return pairRegime(question, rules) === "managed" ? managedLimitPct : othersLimitPct;
}
