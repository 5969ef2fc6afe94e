import type { Speed } from "@openremit/shared/domain";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Six digits of days reach no year that a date cannot hold. */
const durationParts = /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:\d+(?:\.\d+)?S)?)?$/;

/** The World Bank's band for a number of days after the day of sending. */
export function speedOfDays(days: number): Speed {
  if (days < 1) return "same_day";
  if (days === 1) return "next_day";
  if (days === 2) return "two_days";
  return days <= 5 ? "three_to_five_days" : "six_days_or_more";
}

/**
 * The band between two UTC instants: under an hour, else the calendar days between them. Weekends count: it is what
 * the recipient waits. Null where the second lies before the first.
 */
export function speedBetween(sentAt: string, arrivesAt: string): Speed | null {
  const sentMs = Date.parse(sentAt);
  const arrivesMs = Date.parse(arrivesAt);
  if (arrivesMs < sentMs) return null;
  if (arrivesMs - sentMs < hourMs) return "less_than_one_hour";
  return speedOfDays(Math.floor(arrivesMs / dayMs) - Math.floor(sentMs / dayMs));
}

/** The band for an ISO 8601 duration such as `PT24H`; null for one in weeks, months or years, or of a million days. */
export function speedAfter(sentAt: string, duration: string): Speed | null {
  const parts = durationParts.exec(duration);
  if (parts === null) return null;
  const [days = 0, hours = 0, minutes = 0] = parts.slice(1).map((digits) => Number.parseInt(digits ?? "0", 10));
  const waitMs = days * dayMs + hours * hourMs + minutes * 60_000;
  return speedBetween(sentAt, new Date(Date.parse(sentAt) + waitMs).toISOString());
}
