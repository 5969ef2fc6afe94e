/** A calendar day, `2026-07-02`, UTC. */
export type Day = string;
export type HistoryBucketSize = "day" | "week" | "month";

const dayMs = 86_400_000;

export function dayOf(at: Date): Day {
  return at.toISOString().slice(0, 10);
}

export function startOfDay(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The last millisecond of the day. */
export function endOfDay(day: Day): Date {
  return new Date(startOfDay(day).getTime() + dayMs - 1);
}

export function addDays(day: Day, count: number): Day {
  return dayOf(new Date(startOfDay(day).getTime() + count * dayMs));
}

/** Ascending, both ends included. */
export function daysBetween(since: Day, until: Day): Day[] {
  const days: Day[] = [];
  for (let day = since; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** First and last day of the bucket a day is in; weeks start on Monday, as ISO 8601 has it. */
export function bucketOf(day: Day, bucket: HistoryBucketSize): { from: Day; to: Day } {
  if (bucket === "day") return { from: day, to: day };
  if (bucket === "week") {
    const from = addDays(day, -((startOfDay(day).getUTCDay() + 6) % 7));
    return { from, to: addDays(from, 6) };
  }
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}
