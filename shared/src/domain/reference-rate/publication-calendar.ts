import { dayOf, isWeekend, shiftDay } from "../calendar-day.ts";
import type { Publication, PublicationCalendar } from "./rate-knowledge.ts";

/**
 * Whether a source on this calendar publishes on that day: `target` on TARGET working days, `weekdays` Monday to Friday,
 * `daily` every day, `monthly` on the first of the month (METHOD 4).
 */
function isPublicationDay(calendar: PublicationCalendar, day: string, targetClosedOn: ReadonlySet<string>): boolean {
  switch (calendar) {
    case "target":
      return !isWeekend(day) && !targetClosedOn.has(day);
    case "weekdays":
      return !isWeekend(day);
    case "daily":
      return true;
    case "monthly":
      return day.endsWith("-01");
  }
}

/** Publication days after the earlier of two days, up to and including the later. */
export function publicationsBetween(
  calendar: PublicationCalendar,
  one: string,
  other: string,
  targetClosedOn: ReadonlySet<string>,
): number {
  const [from, to] = one < other ? [one, other] : [other, one];
  let count = 0;
  for (let day = shiftDay(from, 1); day <= to; day = shiftDay(day, 1)) {
    if (isPublicationDay(calendar, day, targetClosedOn)) count += 1;
  }
  return count;
}

/** The last day whose figures are out at `at`: that day from the hour of publication on, before it the day before. */
export function lastPublishedDay({ atUtc }: Publication, at: Date): string {
  const today = dayOf(at);
  return Date.parse(`${today}T${atUtc}:00Z`) <= at.getTime() ? today : shiftDay(today, -1);
}

export interface MissedPublicationsQuestion {
  readonly publication: Publication;
  readonly observedOn: string;
  readonly at: Date;
  readonly targetClosedOn: ReadonlySet<string>;
}

/**
 * How many publications after `observedOn` were out at `at` (METHOD 4). Weekends and days on which the calendar is closed
 * are not missed, nor is today's before its hour. 0 for a row of today or later.
 */
export function missedPublications(question: MissedPublicationsQuestion): number {
  const { publication, observedOn, at, targetClosedOn } = question;
  const last = lastPublishedDay(publication, at);
  return observedOn < last ? publicationsBetween(publication.calendar, observedOn, last, targetClosedOn) : 0;
}
