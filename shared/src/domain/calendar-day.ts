const dayMs = 86_400_000;

/** The UTC calendar day of a moment, ISO 8601. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The day `by` days later (earlier where negative). */
export function shiftDay(day: string, by: number): string {
  return dayOf(new Date(Date.parse(day) + by * dayMs));
}

/** Whole calendar days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** Midnight, UTC, with which a day begins. */
export function startOfDay(day: string): Date {
  return new Date(Date.parse(day));
}

/** The last millisecond of a day, UTC. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(day) + dayMs - 1);
}

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}
