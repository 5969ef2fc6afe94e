import { addDays } from "../model/calendar.ts";
import { currencies } from "../model/currencies.ts";
import type { Market } from "../model/market.ts";
import { jsonAnswer, openRobots, type SimulatedSource, wireNumber } from "../simulated-source.ts";

const repeated = ["Benin", "Mali", "Senegal"].map((country) => ({ country, code: "XOF" }));

/** One row per country: the market of the last but one day of the month before. */
export const inforeuro: SimulatedSource = {
  key: "inforeuro",
  field: '"isoA3Code"',
  robots: openRobots,
  answer({ method, path, query }, market) {
    if (method !== "GET" || path !== "/budg/inforeuro/api/public/monthly-rates") return null;
    const first = `${query.get("year")}-${query.get("month")?.padStart(2, "0")}-01`;
    if (Number.isNaN(Date.parse(first))) return jsonAnswer({ message: "Invalid month" });
    const day = addDays(first, -2);
    const codes = [...currencies.keys()].filter((code) => code !== "XOF");
    const rows = [...repeated, ...codes.map((code) => ({ country: code, code }))];
    return jsonAnswer(rows.map((row) => rowOf(market, row, day)));
  },
};

function rowOf(market: Market, { country, code }: { country: string; code: string }, day: string) {
  const value = wireNumber(market.dayMid("EUR", code, day), 4);
  return { country, currency: code, isoA3Code: code, isoA2Code: code.slice(0, 2), value, comment: null };
}
