import { type Decimal, decimalText, roundHalfUp } from "@openremit/shared/domain";
import { LosslessNumber } from "lossless-json";
import { addDays, dayNumberOf, dayOf, daysBackFrom, isWeekday, lastWeekday } from "../model/calendar.ts";
import { currencies } from "../model/currencies.ts";
import type { Market } from "../model/market.ts";
import { assertedPegs, overruledPeg, publishedBy, publishersOf } from "../model/publishers.ts";
import { jsonAnswer, openRobots, type SimulatedRequest, type SimulatedSource } from "../simulated-source.ts";

const knownParameters = new Set(["base", "quotes", "from", "to", "expand"]);
/** This central bank publishes the rate of the next day. */
const nextDayPublisher = "UZS";
/** With publishers behind the rows, longer ranges are refused. */
const longestExpandedDays = 5 * 366;
/** The invented history goes back two years. */
const historyDays = 730;

export const frankfurter: SimulatedSource = {
  key: "frankfurter",
  field: '"rate"',
  robots: openRobots,
  answer({ method, path, query }: SimulatedRequest, market: Market) {
    if (method !== "GET" || path !== "/v2/rates") return null;
    const base = query.get("base") ?? "EUR";
    const alien = [...query.keys()].find((name) => !knownParameters.has(name));
    if (alien !== undefined) return jsonAnswer({ status: 422, message: `unknown parameter: ${alien}` }, 422);
    if (!market.knows(base)) return jsonAnswer({ status: 422, message: `invalid base: ${base}` }, 422);
    const wanted = query.get("quotes")?.split(",");
    const codes = [...currencies.keys()].filter((code) => wanted?.includes(code) ?? true).sort();
    const quotes = codes.map((code) => ({ code, publishers: publishersOf(market, code) }));
    const isExpanded = query.get("expand") === "providers";
    if (isExpanded && daysSince(query.get("from"), market.at) > longestExpandedDays) {
      return jsonAnswer({ status: 422, message: "range too long for expand=providers" }, 422);
    }
    const rows = daysAsked(query, market.at).flatMap((day) => quotes.map((quote) => rowOf(market, base, quote, day)));
    return jsonAnswer(isExpanded ? rows : rows.map(({ date, quote, rate }) => ({ date, base, quote, rate })));
  },
};

interface Quoted {
  readonly code: string;
  readonly publishers: readonly string[];
}

/** Oldest first. Without dates: the newest working day. */
function daysAsked(query: URLSearchParams, at: Date): readonly string[] {
  const newest = lastWeekday(dayOf(at));
  const from = query.get("from");
  if (from === null) return [newest];
  const to = query.get("to") ?? newest;
  return daysBackFrom(newest, historyDays)
    .filter((day) => isWeekday(day) && day >= from && day <= to)
    .toReversed();
}

function daysSince(day: string | null, at: Date): number {
  return day === null ? 0 : dayNumberOf(dayOf(at)) - dayNumberOf(day);
}

function rowOf(market: Market, base: string, { code: quote, publishers }: Quoted, day: string) {
  const mid = market.dayMid(base, quote, day);
  const date = quote === nextDayPublisher ? addDays(day, 1) : day;
  const row = { date, base, quote, rate: rubyFloat(blendRounded(mid)) };
  if (quote === base || (assertedPegs.has(quote) && quote !== overruledPeg)) return row;
  const providers = publishers.map((key) => {
    const rate = rubyFloat(publishedBy(market, key, quote, mid).toSignificantDigits(8));
    return quote === overruledPeg ? { key, date, rate, excluded: true } : { key, date, rate };
  });
  return { ...row, providers };
}

/** The blend's rounding by magnitude. */
function blendRounded(rate: Decimal): Decimal {
  const steps = [
    { above: 5000, places: 0 },
    { above: 80, places: 2 },
    { above: 20, places: 3 },
    { above: 1, places: 4 },
    { above: "0.0001", places: 5 },
  ];
  return roundHalfUp(rate, steps.find(({ above }) => rate.gt(above))?.places ?? 6);
}

/** The service's language writes whole floats with `.0`. */
function rubyFloat(value: Decimal): LosslessNumber {
  const text = decimalText(value);
  return new LosslessNumber(text.includes(".") ? text : `${text}.0`);
}
