import { daysBetween, shiftDay } from "../calendar-day.ts";
import { Decimal } from "../decimal.ts";
import { distancePct } from "./distance-pct.ts";
import { findRoute } from "./find-route.ts";
import { groupBy } from "./group-by.ts";
import type { RateKnowledge, RateRow, RateSourcePolicy } from "./rate-knowledge.ts";

/** METHOD 4 measures every source by the ECB's euro-dollar. */
export const yardstickSource = "ecb";
const limitPct = new Decimal("0.7");
/** The longest pause between two ECB publications is Easter's: Thursday to Tuesday. */
const yardstickReachDays = 4;

/**
 * The days of one source's file whose own implied euro-dollar lies over 0.7 % off the ECB's of that day, or of the latest
 * of the four days before (METHOD 4), with how far in per cent. It finds inverted, per-hundred and date-shifted files. A
 * day that implies no euro-dollar is judged by the file's nearest day that does, of two equally near the earlier.
 */
export function daysOffEurUsd(
  policy: RateSourcePolicy,
  rows: readonly RateRow[],
  knowledge: RateKnowledge,
): ReadonlyMap<string, Decimal> {
  const yardstick = new Map(knowledge.rows.filter(isYardstick).map((row) => [row.observedOn, row.value]));
  const byDay = groupBy(rows, (row) => row.observedOn);
  const offByDay = new Map<string, Decimal>();
  for (const [day, ofDay] of byDay) {
    const expected = yardstickOn(day, yardstick);
    const touching = ofDay.filter((row) => [row.base, row.quote].some((code) => code === "EUR" || code === "USD"));
    const route = findRoute({ base: "EUR", quote: "USD" }, { policy, rows: touching }, day, knowledge);
    if (expected !== null && route !== null) offByDay.set(day, distancePct(route.value, expected));
  }
  const checked = [...offByDay.keys()].sort();
  return new Map(
    [...byDay.keys()].flatMap((day) => {
      const off = offByDay.get(offByDay.has(day) ? day : (nearestDay(day, checked) ?? ""));
      return off?.gt(limitPct) ? [[day, off] as const] : [];
    }),
  );
}

function isYardstick({ source, base, quote }: RateRow): boolean {
  return source === yardstickSource && base === "EUR" && quote === "USD";
}

function yardstickOn(day: string, yardstick: ReadonlyMap<string, Decimal>): Decimal | null {
  for (let back = 0; back <= yardstickReachDays; back += 1) {
    const value = yardstick.get(shiftDay(day, -back));
    if (value !== undefined) return value;
  }
  return null;
}

function nearestDay(day: string, ascending: readonly string[]): string | null {
  const before = ascending.findLast((other) => other <= day) ?? null;
  const after = ascending.find((other) => other >= day) ?? null;
  if (before === null || after === null) return before ?? after;
  return daysBetween(before, day) <= daysBetween(day, after) ? before : after;
}
