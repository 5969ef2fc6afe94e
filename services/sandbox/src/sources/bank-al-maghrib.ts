import { LosslessNumber } from "lossless-json";
import { bankDays } from "../model/bank-days.ts";
import type { Market } from "../model/market.ts";
import { jsonAnswer, openRobots, type SimulatedSource, wireNumber } from "../simulated-source.ts";

const listed = (
  "NOK100 SEK100 SAR1 DKK100 JPY100 AUD1 DZD10 CNY1 GBP1 GIP1 EUR1 ZAR1 TND1 AED1 QAR1 CAD1 BRL1 LYD1 XOF100 INR1 KWD1 " +
  "OMR1 JOD1 BHD1 CHF1 EGP1 USD1 TRY1"
)
  .split(" ")
  .map((entry) => ({ code: entry.slice(0, 3), unit: entry.slice(3) }));

/** One day a request; on Tuesdays the table comes twice, as it did once. No key is asked for: it never leaves real mode. */
export const bankAlMaghrib: SimulatedSource = {
  key: "bank-al-maghrib",
  field: '"moyen"',
  robots: openRobots,
  answer({ method, path, query }, market) {
    const day = query.get("date")?.slice(0, 10);
    if (method !== "GET" || path !== "/cours/Version1/api/CoursVirement" || day === undefined) return null;
    if (!bankDays(market.at, 12, 400).includes(day)) return jsonAnswer([]);
    const rows = listed.map(({ code, unit }) => rowOf(market, code, unit, day));
    const isTuesday = new Date(day).getUTCDay() === 2;
    return jsonAnswer(isTuesday ? [...rows, ...rows.toReversed()] : rows);
  },
};

function rowOf(market: Market, code: string, unit: string, day: string) {
  const moyen = wireNumber(market.dayMid(code, "MAD", day).times(unit), 4);
  return { date: `${day}T12:30:00`, libDevise: code, moyen, uniteDevise: new LosslessNumber(unit) };
}
