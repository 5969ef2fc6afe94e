import { fixedText } from "@openremit/shared/domain";
import { bankDays } from "../model/bank-days.ts";
import type { Market } from "../model/market.ts";
import { jsonAnswer, openRobots, type SimulatedSource } from "../simulated-source.ts";

/** Names in the table's order; per hundred where the name says so. */
const foreign = `US DOLLAR=USD STG POUND=GBP EURO=EUR SA RAND=ZAR KES / USHS=UGX KES / TSHS=TZS KES / RWF=RWF KES / BIF=BIF
AE DIRHAM=AED CAN $=CAD S FRANC=CHF JPY (100)=JPY SW KRONER=SEK NOR KRONER=NOK DAN KRONER=DKK IND RUPEE=INR
HONGKONG DOLLAR=HKD SINGAPORE DOLLAR=SGD SAUDI RIYAL=SAR CHINESE YUAN=CNY AUSTRALIAN $=AUD`;
const names = [...foreign.matchAll(/([^=\n]+)=([A-Z]{3})\s*/g)].map(([, name = "", code = ""]) => ({ name, code }));

/** The invented table goes back three weeks, oldest day first. */
export const cbk: SimulatedSource = {
  key: "cbk",
  field: '"recordsTotal"',
  robots: openRobots,
  answer({ method, path, query, body }, market) {
    const isAsked = path === "/wp-admin/admin-ajax.php" && query.get("action") === "get_wdtable";
    if (method !== "POST" || !isAsked || !body.includes("length=-1")) return null;
    const days = bankDays(market.at, 9, 21).toReversed();
    const data = days.flatMap((day) => names.map(({ name, code }) => [dayFirst(day), name, figure(market, code, day)]));
    const count = String(data.length);
    return jsonAnswer({ draw: 1, recordsTotal: count, recordsFiltered: count, data });
  },
};

function figure(market: Market, code: string, day: string): string {
  if (["UGX", "TZS", "RWF", "BIF"].includes(code)) return fixedText(market.dayMid("KES", code, day), 4);
  return fixedText(market.dayMid(code, "KES", day).times(code === "JPY" ? 100 : 1), 4);
}

function dayFirst(day: string): string {
  return day.split("-").toReversed().join("/");
}
