import { addDays, dayOf } from "../model/calendar.ts";
import { currencies } from "../model/currencies.ts";
import type { Market } from "../model/market.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedRequest,
  type SimulatedSource,
  wireNumber,
} from "../simulated-source.ts";

const updateTime = "T00:02:31Z";
/** The real table goes on listing these: ended currencies and codes of its own, at par with a live one. */
const echoes: ReadonlyMap<string, string> = new Map([
  ["ANG", "AWG"],
  ["BGN", "BAM"],
  ["FOK", "DKK"],
  ["GGP", "GBP"],
  ["IMP", "GBP"],
  ["JEP", "GBP"],
  ["KID", "AUD"],
  ["TVD", "AUD"],
]);

export const openErApi: SimulatedSource = {
  key: "open-er-api",
  field: '"rates"',
  robots: openRobots,
  answer({ method, path }: SimulatedRequest, market: Market) {
    const base = /^\/v6\/latest\/([A-Za-z]{3})$/.exec(path)?.[1]?.toUpperCase();
    if (method !== "GET" || base === undefined) return null;
    if (!market.knows(base)) return jsonAnswer({ result: "error", "error-type": "unsupported-code" });
    return jsonAnswer(tableOf(market, base));
  },
};

function tableOf(market: Market, base: string) {
  const today = dayOf(market.at);
  const isUpdated = market.at.toISOString() >= `${today}${updateTime}`;
  const day = isUpdated ? today : addDays(today, -1);
  const updated = new Date(`${day}${updateTime}`);
  const next = new Date(`${addDays(day, 1)}${updateTime}`);
  return {
    result: "success",
    provider: "https://www.exchangerate-api.com",
    documentation: "https://www.exchangerate-api.com/docs/free",
    terms_of_use: "https://www.exchangerate-api.com/terms",
    time_last_update_unix: updated.getTime() / 1000,
    time_last_update_utc: rfc2822(updated),
    time_next_update_unix: next.getTime() / 1000,
    time_next_update_utc: rfc2822(next),
    time_eol_unix: 0,
    base_code: base,
    rates: ratesOf(market, base, addDays(day, -1)),
  };
}

/** The base first, then by code; what the table says in the night is the close of the day before. */
function ratesOf(market: Market, base: string, day: string): Record<string, unknown> {
  const listed = [...currencies.keys(), ...echoes.keys()].sort();
  const codes = [base, ...listed.filter((code) => code !== base)];
  return Object.fromEntries(
    codes.flatMap((code) => {
      const priced = echoes.get(code) ?? code;
      return market.knows(priced) ? [[code, wireNumber(market.dayMid(base, priced, day), 6)]] : [];
    }),
  );
}

function rfc2822(at: Date): string {
  return at.toUTCString().replace("GMT", "+0000");
}
