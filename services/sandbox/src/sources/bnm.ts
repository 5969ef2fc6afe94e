import { Decimal, fixedText } from "@openremit/shared/domain";
import { LosslessNumber } from "lossless-json";
import { bankDays, spreadAround } from "../model/bank-days.ts";
import type { Market } from "../model/market.ts";
import { jsonAnswer, openRobots, type SimulatedSource } from "../simulated-source.ts";

const perHundred = "INR SAR PKR PHP NPR MMK KRW KHR JPY IDR HKD AED VND TWD THB".split(" ");
const perOne = "NZD SGD GBP EUR EGP CNY CHF CAD BND AUD USD".split(" ");

/** The newest day of the session at 09:00; who does not name the API's version gets nothing. */
export const bnm: SimulatedSource = {
  key: "bnm",
  field: '"middle_rate"',
  robots: openRobots,
  answer({ method, path, query, header }, market) {
    if (method !== "GET" || path !== "/public/exchange-rate" || query.get("session") !== "0900") return null;
    if (header("accept") !== "application/vnd.BNM.API.v1+json") return jsonAnswer({ message: "Not Acceptable" }, 406);
    const day = bankDays(market.at, 1, 7)[0] ?? "";
    const data = [
      ...perHundred.map((code) => rowOf(market, code, 100, day)),
      { ...rowOf(market, "USD", 1, day), currency_code: "SDR", rate: withoutSides(market, day) },
      ...perOne.map((code) => rowOf(market, code, 1, day)),
    ];
    const meta = { quote: "rm", session: "0900", last_updated: `${day} 09:01:22`, total_result: data.length };
    return jsonAnswer({ data, meta });
  },
};

function rowOf(market: Market, code: string, unit: number, date: string) {
  const mid = market.dayMid(code, "MYR", date).times(unit);
  const { buying, selling } = spreadAround(mid, "1", 4);
  const rate = {
    date,
    buying_rate: asFloat(buying),
    selling_rate: asFloat(selling),
    middle_rate: asFloat(fixedText(mid, 4)),
  };
  return { currency_code: code, unit, rate };
}

function withoutSides(market: Market, date: string) {
  const mid = market.dayMid("USD", "MYR", date).times("1.33");
  return { date, buying_rate: null, selling_rate: null, middle_rate: asFloat(fixedText(mid, 4)) };
}

/** Written out as the service writes its binary floats: a hair below what was meant. */
function asFloat(figure: string): LosslessNumber {
  const value = new Decimal(figure);
  const isEven = value.times(10_000).mod(2).isZero();
  return new LosslessNumber(isEven ? fixedText(value.minus("0.0000000000000002"), 16) : figure);
}
