import { type Decimal, fixedText } from "@openremit/shared/domain";
import { addDays, dayOf, daysBackFrom, isWeekday } from "./calendar.ts";

/** The days before `at` whose figures are out: today's from that hour (UTC) on. Newest first. */
export function publishedDays(at: Date, hourUtc: number, calendarDays: number): readonly string[] {
  const today = dayOf(at);
  return daysBackFrom(at.getUTCHours() >= hourUtc ? today : addDays(today, -1), calendarDays);
}

/** The same for a bank that works Monday to Friday. */
export function bankDays(at: Date, hourUtc: number, calendarDays: number): readonly string[] {
  return publishedDays(at, hourUtc, calendarDays).filter(isWeekday);
}

/** What a bank pays and asks around a mid rate, in thousandths of it either way. */
export function spreadAround(mid: Decimal, thousandths: string, places: number) {
  const half = mid.times(thousandths).div(1000);
  return { buying: fixedText(mid.minus(half), places), selling: fixedText(mid.plus(half), places) };
}
