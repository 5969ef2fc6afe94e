import { decimalText, roundHalfUp } from "@openremit/shared/domain";
import { addDays, dayOf } from "../model/calendar.ts";
import { currencies } from "../model/currencies.ts";
import type { Market } from "../model/market.ts";
import { openRobots, type SimulatedSource } from "../simulated-source.ts";

/** The month's figures, one row per duty station; from the fifteenth on, some are revised. */
export const unore: SimulatedSource = {
  key: "unore",
  field: "eff_date",
  robots: openRobots,
  answer({ method, path }, market) {
    if (method !== "GET" || path !== "/operationalrates/xsql2XML.php") return null;
    const today = dayOf(market.at);
    const [first, middle] = [`${today.slice(0, 7)}-01`, `${today.slice(0, 7)}-15`];
    const rows = [...currencies.keys(), "XOF", "XOF", "USD"].map((code) => rowOf(market, code, first));
    const revised = today >= middle ? ["ARS", "NGN"].map((code) => rowOf(market, code, middle)) : [];
    const elements = [...rows, ...revised].join("\r\n");
    const body = `<?xml version="1.0"?>\r\n<UN_OPERATIONAL_RATES_DATASET>\r\n${elements}\r\n</UN_OPERATIONAL_RATES_DATASET>\r\n`;
    return { status: 200, contentType: "text/xml", body };
  },
};

function rowOf(market: Market, code: string, since: string): string {
  const rate = decimalText(roundHalfUp(market.dayMid("USD", code, addDays(since, -2)), 3));
  const [, date = "", month = "", year = ""] = new Date(since).toUTCString().split(" ");
  const day = `${date.replace(/^0/, "")} ${month} ${year}`;
  return `<UN_OPERATIONAL_RATES><f_curr_code>${code}\t</f_curr_code><rate>${rate}</rate><eff_date>${day}</eff_date></UN_OPERATIONAL_RATES>`;
}
