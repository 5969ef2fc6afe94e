import { decimalText, roundHalfUp } from "@openremit/shared/domain";
import { bankDays } from "../model/bank-days.ts";
import type { Market } from "../model/market.ts";
import { jsonAnswer, openRobots, type SimulatedSource } from "../simulated-source.ts";

/** The bank buys and sells five francs beside a dollar's average. */
const halfSpread = "0.00342";

/** One currency and range a request; rows in no order of time: the newest stands in the middle. */
export const bnrRwanda: SimulatedSource = {
  key: "bnr-rwanda",
  field: '"average_rate"',
  robots: openRobots,
  answer({ method, path, query }, market) {
    const currency = query.get("currency_name") ?? "";
    const [from, to] = [query.get("start_date"), query.get("end_date")];
    if (method !== "GET" || path !== "/currency_history/" || from === null || to === null) return null;
    if (!market.knows(currency)) return jsonAnswer([]);
    const days = bankDays(market.at, 13, 120).filter((day) => day >= from && day <= to);
    const rows = days.map((day) => rowOf(market, currency, day));
    return jsonAnswer([...rows.slice(1), ...rows.slice(0, 1)]);
  },
};

function rowOf(market: Market, currency: string, day: string) {
  const mid = market.dayMid(currency, "RWF", day);
  const half = mid.times(halfSpread);
  const text = (value: typeof mid) => decimalText(roundHalfUp(value, 6));
  const [, date = "", month = "", year = ""] = new Date(day).toUTCString().split(" ");
  return {
    currency_name: currency,
    buying_rate: text(mid.minus(half)),
    average_rate: text(mid),
    selling_rate: text(mid.plus(half)),
    post_date: `${date}-${month}-${year.slice(2)}`,
  };
}
