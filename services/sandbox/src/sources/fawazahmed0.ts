import { publishedDays } from "../model/bank-days.ts";
import { currencies } from "../model/currencies.ts";
import { jsonAnswer, openRobots, type SimulatedSource, wireNumber } from "../simulated-source.ts";

const path = /^\/npm\/@fawazahmed0\/currency-api@latest\/v1\/currencies\/([a-z]{3})\.json$/;

/** The build of 00:00 UTC, weekends too; a token and an ended code stand among the currencies. */
export const fawazahmed0: SimulatedSource = {
  key: "fawazahmed0",
  field: '"date"',
  robots: openRobots,
  answer({ method, path: asked }, market) {
    const base = path.exec(asked)?.[1] ?? "";
    if (method !== "GET" || !market.knows(base.toUpperCase())) return null;
    const date = publishedDays(market.at, 1, 1)[0] ?? "";
    const mid = (code: string) => wireNumber(market.dayMid(base.toUpperCase(), code, date), 8);
    const figures = [...currencies.keys()].sort().map((code) => [code.toLowerCase(), mid(code)]);
    const others = { "1inch": mid("MAD"), bgn: mid("BAM"), usdt: mid("USD") };
    return jsonAnswer({ date, [base]: { ...others, ...Object.fromEntries(figures) } });
  },
};
