const dayMs = 86_400_000;
/** The ECB publishes at about 16:00 CET: 14:00 UTC in summer. */
const ecbHourUtc = 14;

export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** Days since 1970-01-01. */
export function dayNumberOf(day: string): number {
  return Date.parse(day) / dayMs;
}

export function addDays(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * dayMs));
}

/** The last `count` days up to and including `day`, newest first. */
export function daysBackFrom(day: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, back) => addDays(day, -back));
}

export function isWeekday(day: string): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day itself, or the Friday before: currency markets are closed at weekends. */
export function lastWeekday(day: string): string {
  return isWeekday(day) ? day : lastWeekday(addDays(day, -1));
}

/** The newest TARGET working day whose rates the ECB has published at that moment. */
export function lastEcbDay(at: Date): string {
  const today = dayOf(at);
  const latest = at.getUTCHours() >= ecbHourUtc ? today : addDays(today, -1);
  return lastTargetDay(latest);
}

export function isTargetDay(day: string): boolean {
  const easter = easterSunday(new Date(day).getUTCFullYear());
  const closed = [addDays(easter, -2), addDays(easter, 1)].includes(day) || /-(01-01|05-01|12-25|12-26)$/.test(day);
  return isWeekday(day) && !closed;
}

function lastTargetDay(day: string): string {
  return isTargetDay(day) ? day : lastTargetDay(addDays(day, -1));
}

/** Gauss's rule, good for 1900 to 2099. */
function easterSunday(year: number): string {
  const moon = (19 * (year % 19) + 24) % 30;
  const week = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
  const isLate = (moon === 29 && week === 6) || (moon === 28 && week === 6 && year % 19 > 10);
  return addDays(`${year}-03-22`, moon + week - (isLate ? 7 : 0));
}
