import { fixedText } from "@openremit/shared/domain";
import { bankDays } from "../model/bank-days.ts";
import type { Market } from "../model/market.ts";
import { jsonAnswer, openRobots, type SimulatedSource } from "../simulated-source.ts";

const listed = [
  ["CFA", "XOF"],
  ["YUAN/RENMINBI", "CNY"],
  ["DANISH KRONA", "DKK"],
  ["EURO", "EUR"],
  ["YEN  ", "JPY"],
  ["RIYAL", "SAR"],
  ["SOUTH AFRICAN RAND", "ZAR"],
  ["SWISS FRANC", "CHF"],
  ["POUNDS STERLING", "GBP"],
  ["US DOLLAR", "USD"],
  ["UAE DIRHAM", "AED"],
] as const;
/** What the bank buys below and sells above its central rate, as a share of it. */
const halfSpread = "0.000365";

/** The whole invented history: two weeks, newest day first. */
export const cbn: SimulatedSource = {
  key: "cbn",
  field: '"centralrate"',
  robots: openRobots,
  answer({ method, path }, market) {
    if (method !== "GET" || path !== "/api/GetAllExchangeRates") return null;
    const days = bankDays(market.at, 15, 15);
    const rows = days.flatMap((day) => listed.map(([currency, code]) => rowOf(market, currency, code, day)));
    return jsonAnswer(rows.map((row, place) => ({ id: 61_000 - place, ...row })));
  },
};

function rowOf(market: Market, currency: string, code: string, ratedate: string) {
  const mid = market.dayMid(code, "NGN", ratedate);
  const half = mid.times(halfSpread);
  const places = code === "XOF" ? 2 : 4;
  return {
    currency,
    ratedate,
    buyingrate: fixedText(mid.minus(half), places),
    centralrate: fixedText(mid, places),
    sellingrate: fixedText(mid.plus(half), places),
  };
}
