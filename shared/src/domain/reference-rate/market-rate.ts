import type { Decimal } from "../decimal.ts";
import { type Agreement, agreedRate } from "./agreed-rate.ts";
import { lastGoodRate } from "./last-good-rate.ts";
import { leftOverRate, monthlyRate } from "./left-over-rate.ts";
import { monthlyLayer } from "./rate-company.ts";
import type { RateKnowledge, RateQuestion } from "./rate-knowledge.ts";
import type { CandidateLoss, RateFlag, RateReason } from "./reference-rate.ts";
import type { SourceRate } from "./source-rate.ts";

/** What the sources come to, before it is put into words. */
export interface MarketRate {
  readonly winner: SourceRate | null;
  /** Why there is no winner. */
  readonly reason: RateReason | null;
  readonly flags: readonly RateFlag[];
  readonly disagreementPct: Decimal | null;
  readonly losses: ReadonlyMap<SourceRate, CandidateLoss>;
}

/** The usable sources' agreement; where they disagree the last good rate; where none is usable what is left (METHOD 4). */
export function marketRate(rates: readonly SourceRate[], question: RateQuestion, knowledge: RateKnowledge): MarketRate {
  const agreement = agreedRate(rates, question, knowledge);
  const { winner, flags } = winnerOf(agreement, rates, question, knowledge);
  const { disagreementPct, losses, failure } = agreement;
  const all = new Set<RateFlag>(flags);
  if (winner?.waits === true) all.add("jump_unconfirmed");
  if (winner !== null && winner.policy.layer >= monthlyLayer) all.add("monthly_rate");
  const reason = winner === null ? (failure ?? reasonOfStale(rates)) : null;
  return { winner, reason, flags: [...all], disagreementPct, losses };
}

function winnerOf(
  agreement: Agreement,
  rates: readonly SourceRate[],
  question: RateQuestion,
  knowledge: RateKnowledge,
): { winner: SourceRate | null; flags: readonly RateFlag[] } {
  if (agreement.winner !== null) {
    return { winner: agreement.winner, flags: agreement.medianSelected ? ["disagreement", "median_selected"] : [] };
  }
  if (agreement.failure !== "disagreement") return { winner: leftOverRate(rates, question, knowledge), flags: [] };
  const usable = rates.filter(({ lost, policy }) => lost === null && policy.layer < monthlyLayer);
  const good = lastGoodRate(question, knowledge, new Set(usable.map(({ policy }) => policy.key)));
  if (good !== null) return { winner: good, flags: ["disagreement", "last_good_rate"] };
  return { winner: monthlyRate(rates), flags: ["disagreement"] };
}

/** Old rates that did not stand either are gap fillers alone. */
function reasonOfStale(rates: readonly SourceRate[]): RateReason {
  return rates.some(({ lost }) => lost === "stale") ? "single_gap_filler" : "no_source";
}
