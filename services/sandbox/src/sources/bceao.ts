import { fixedText } from "@openremit/shared/domain";
import { bankDays } from "../model/bank-days.ts";
import type { Market } from "../model/market.ts";
import { openRobots, type SimulatedSource } from "../simulated-source.ts";

const listed = `Euro=EUR, Dollar us=USD, Yen japonais=JPY, Couronne danoise=DKK, Couronne suédoise=SEK, Livre sterling=GBP,
Couronne norvégienne=NOK, Couronne thèque=CZK, Forint hongrois=HUF, Zloty polonais=PLN, Franc suisse=CHF,
Dollar canadien=CAD, Dollar australien=AUD, Dollar néo-zélandais=NZD, Rand sud-africain=ZAR, Yuan chinois=CNY,
Roupie Indienne=INR, Baht thailandais=THB, Real brésilien=BRL, Dollar singapourien=SGD, Nouvelle livre turque=TRY,
Dirham Emirats Arabes Unis=AED, Nouveau Shekel=ILS, Won Coréen=KRW, Dollar Hong Kong=HKD, Ryal Saudien=SAR,
Dinar Koweitien=KWD`;
const names = [...listed.matchAll(/([^=,\n]+)=([A-Z]{3})/g)].map(
  ([, name = "", code = ""]) => [name.trim(), code] as const,
);

/** A fragment per day; a day without publication has its heading and no table. */
export const bceao: SimulatedSource = {
  key: "bceao",
  field: "Cours des devises",
  robots: openRobots,
  answer({ method, path, query }, market) {
    const day = query.get("dateJour");
    if (method !== "GET" || path !== "/fr/cours/get_all_reference_by_date" || day === null) return null;
    const isOut = bankDays(market.at, 11, 400).includes(day);
    const date = new Date(day).toLocaleDateString("fr", { dateStyle: "full", timeZone: "UTC" });
    const body = `<h2>Cours des devises du ${date}</h2>\n${isOut ? tableOf(market, day) : ""}`;
    return { status: 200, contentType: "text/html; charset=UTF-8", body };
  },
};

function tableOf(market: Market, day: string): string {
  const rows = names.map(
    ([name, code]) =>
      `<tr>\n<td>${name}</td>\n<td>${frenchText(fixedText(market.dayMid(code, "XOF", day), 4))}</td>\n</tr>\n`,
  );
  return `<table>\n<tbody>\n<tr>\n<th>Devise</th>\n<th>CFA</th>\n</tr>\n${rows.join("")}</tbody>\n</table>\n`;
}

/** `1954.2800` as `1.954,2800`. */
function frenchText(figure: string): string {
  const [whole = "", decimals = ""] = figure.split(".");
  return `${whole.replace(/(\d)(?=(\d{3})+$)/g, "$1.")},${decimals}`;
}
