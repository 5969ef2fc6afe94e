import { shiftDay, startOfDay } from "../domain/index.ts";

/** A calendar day, `2026-07-02`, UTC. */
export type Day = string;
export type HistoryBucketSize = "day" | "week" | "month";

/** Ascending, both ends included. */
export function listDays(since: Day, until: Day): Day[] {
  const days: Day[] = [];
  for (let day = since; day <= until; day = shiftDay(day, 1)) days.push(day);
  return days;
}

/** First and last day of the bucket a day is in; weeks start on Monday, as ISO 8601 has it. */
export function bucketOf(day: Day, bucket: HistoryBucketSize): { from: Day; to: Day } {
  if (bucket === "day") return { from: day, to: day };
  if (bucket === "week") {
    const from = shiftDay(day, -((startOfDay(day).getUTCDay() + 6) % 7));
    return { from, to: shiftDay(from, 6) };
  }
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: shiftDay(`${shiftDay(from, 31).slice(0, 7)}-01`, -1) };
}
