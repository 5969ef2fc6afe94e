import { Decimal, decimalText, fixedText, roundHalfUp } from "@openremit/shared/domain";
import { bankDays, spreadAround } from "../model/bank-days.ts";
import type { Market } from "../model/market.ts";
import { jsonAnswer, openRobots, type SimulatedSource } from "../simulated-source.ts";

const listed = "JPY KWD CNY ZAR EUR AED SAR AUD CAD USD KES INR DJF DKK NOK SEK CHF GBP".split(" ");

/** One day a request; a day without publication has an empty list. The dollar's average repeats its buying rate. */
export const nbe: SimulatedSource = {
  key: "nbe",
  field: '"buying"',
  robots: openRobots,
  answer({ method, path, query }, market) {
    const day = query.get("date");
    if (method !== "GET" || path !== "/api/filter-exchange-rates" || day === null) return null;
    const isOut = bankDays(market.at, 10, 400).includes(day);
    const data = isOut ? listed.map((code) => rowOf(market, code, day)) : [];
    return jsonAnswer({ success: true, message: "OK", status: 200, data });
  },
};

function rowOf(market: Market, code: string, date: string) {
  const { buying, selling } = spreadAround(market.dayMid(code, "ETB", date), "4.975", 4);
  const middle = decimalText(roundHalfUp(new Decimal(buying).plus(selling).div(2), 4));
  const id = fixedText(market.noise(`nbe ${code}`).times(1e15), 0);
  return {
    id,
    currency_id: id,
    buying,
    selling,
    date,
    weighted_average: code === "USD" ? buying : middle,
    currency: { id, name: code, code },
  };
}
