import { dayOf, shiftDay, wrongParameter } from "../../domain/index.ts";
import type { Day } from "../days.ts";

const usualDays = 30;
/** A year and a month: a month can be laid beside the same month a year before. */
const mostDays = 400;

interface DaysQuestion {
  readonly since?: Day | undefined;
  readonly until?: Day | undefined;
}

/** The days a question about history is about, both ends included; the last 30 unless said. InputError for impossible ones. */
export function daysAsked({ since, until }: DaysQuestion, now: Date): { since: Day; until: Day } {
  const last = until ?? dayOf(now);
  const first = since ?? shiftDay(last, 1 - usualDays);
  if (last > dayOf(now)) throw wrongParameter("until", "not in the future");
  if (first > last) throw wrongParameter("since", "not after until");
  if (shiftDay(first, mostDays) <= last) throw wrongParameter("since", `at most ${mostDays} days before until`);
  return { since: first, until: last };
}
