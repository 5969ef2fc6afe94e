import { dayOf, endOfDay, shiftDay } from "../calendar-day.ts";
import { agreedRate } from "./agreed-rate.ts";
import { ageOf, listSourceRates } from "./list-source-rates.ts";
import type { RateKnowledge, RateQuestion } from "./rate-knowledge.ts";
import type { SourceRate } from "./source-rate.ts";

/** As many days back as a rate may be shown, and those on which nobody publishes. */
const daysBack = 10;

/**
 * The newest rate on which the same sources agreed at the end of an earlier day, out of the rows known by then, aged as of
 * now (METHOD 4). Null where they did not in ten days.
 */
export function lastGoodRate(
  question: RateQuestion,
  knowledge: RateKnowledge,
  among: ReadonlySet<string>,
): SourceRate | null {
  const rows = knowledge.rows.filter((row) => among.has(row.source));
  const today = dayOf(question.at);
  for (let back = 1; back <= daysBack; back += 1) {
    const then = { ...question, at: endOfDay(shiftDay(today, -back)) };
    const { winner } = agreedRate(listSourceRates(then, { ...knowledge, rows }), then, knowledge);
    if (winner !== null) {
      return { ...winner, age: ageOf(winner.route, winner.policy, question.at, knowledge.targetClosedOn) };
    }
  }
  return null;
}
