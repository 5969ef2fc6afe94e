import { bankDays, spreadAround } from "../model/bank-days.ts";
import { addDays, daysBackFrom, isWeekday } from "../model/calendar.ts";
import type { Market } from "../model/market.ts";
import { jsonAnswer, openRobots, type SimulatedSource } from "../simulated-source.ts";

const series = /^\/igmevdsms-dis\/series=([A-Z.-]+)&startDate=([\d-]+)&endDate=([\d-]+)&type=json&frequency=1$/;

/**
 * A row per calendar day, stamped with the business day after the one its figures were fixed on; rows of nulls at
 * weekends. No key is asked for: it never leaves real mode.
 */
export const tcmb: SimulatedSource = {
  key: "tcmb",
  field: '"Tarih"',
  robots: openRobots,
  answer({ method, path }, market) {
    const [, names = "", from = "", to = ""] = series.exec(path) ?? [];
    if (method !== "GET" || names === "") return null;
    const [first, last] = [turned(from), turned(to)];
    const fixings = bankDays(market.at, 13, 400);
    const newestStamp = nextWeekday(fixings[0] ?? first);
    const days = daysBackFrom(last < newestStamp ? last : newestStamp, 400).filter((day) => day >= first);
    const items = days.toReversed().map((day) => itemOf(market, names.split("-"), day));
    return jsonAnswer({ totalCount: items.length, items });
  },
};

function itemOf(market: Market, names: readonly string[], stamp: string) {
  const fields = names.map((name) => {
    const [, , currency = "", side = ""] = name.split(".");
    return [name.replaceAll(".", "_"), isWeekday(stamp) ? figureOf(market, currency, side, stamp) : null];
  });
  const unixTime = { $numberLong: String(Date.parse(stamp) / 1000) };
  return { Tarih: turned(stamp), ...Object.fromEntries(fields), UNIXTIME: unixTime };
}

function figureOf(market: Market, currency: string, side: string, stamp: string): string | null {
  if (!market.knows(currency)) return null;
  const mid = market.dayMid(currency, "TRY", addDays(stamp, -1)).times(currency === "JPY" ? 100 : 1);
  const { buying, selling } = spreadAround(mid, "0.9", 8);
  return side === "A" ? buying : selling;
}

function nextWeekday(day: string): string {
  const next = addDays(day, 1);
  return isWeekday(next) ? next : nextWeekday(next);
}

/** `20-11-2026` as `2026-11-20`, and back. */
function turned(day: string): string {
  return day.split("-").toReversed().join("-");
}
