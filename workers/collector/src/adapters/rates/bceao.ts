/**
 * Central Bank of West African States: reference rates of the franc (XOF), about 10:00 to 12:00 UTC, Sunday to Friday.
 * Publishes: per day an HTML fragment, a heading with the day in French and a table of French names and figures,
 * francs per one foreign unit, `1.954,2800` with a decimal comma (now and then with a decimal point).
 * The euro always stands at 655,9570, by which the whole table is known to be sound. The franc itself needs no reading:
 * this source shows whether its parity still holds.
 * Quirks: "Couronne thèque" is the Czech crown; on holidays the heading comes without a table.
 * Seen: the layout of 2026-03-16 and 18; the figures in that recording cannot be real, so the reading is reconstructed.
 */
import { Decimal, SourceShapeError } from "@openremit/shared/domain";
import type { ParsedRates, PlannedRequest, RateAdapter, RateTask, SourceAnswer } from "../adapter.ts";
import { readHtml } from "../read-html.ts";
import { weekdaysAsked } from "./asked-days.ts";
import { withDecimalPoint } from "./figures.ts";
import { gatherRates, type ReadRates } from "./gather-rates.ts";
import { dayWithMonthName, frenchMonths } from "./published-day.ts";
import { isFigure, type RowReading, readRows, unknownCurrency, unreadable } from "./read-rows.ts";

const endpoint = "https://www.bceao.int/fr/cours/get_all_reference_by_date";
const mostDays = 7;
const parity = "655.957";

const names = `euro=EUR, dollar us=USD, yen japonais=JPY, couronne danoise=DKK, couronne suédoise=SEK, livre sterling=GBP,
couronne norvégienne=NOK, couronne thèque=CZK, forint hongrois=HUF, zloty polonais=PLN, franc suisse=CHF,
dollar canadien=CAD, dollar australien=AUD, dollar néo-zélandais=NZD, rand sud-africain=ZAR, yuan chinois=CNY,
roupie indienne=INR, baht thailandais=THB, real brésilien=BRL, dollar singapourien=SGD, nouvelle livre turque=TRY,
dirham emirats arabes unis=AED, nouveau shekel=ILS, won coréen=KRW, dollar hong kong=HKD, ryal saudien=SAR,
dinar koweitien=KWD`;
const codes: ReadonlyMap<string, string> = new Map(
  [...names.matchAll(/([^=,\n]+)=([A-Z]{3})/g)].map(([, name = "", code = ""]) => [name.trim(), code]),
);

export const bceao: RateAdapter = {
  key: "bceao",
  version: "1",

  plan(task: RateTask): readonly PlannedRequest[] {
    return weekdaysAsked(task, mostDays).map((date) => ({
      method: "GET",
      url: `${endpoint}?dateJour=${date}`,
      headers: { accept: "text/html" },
    }));
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => readFragment(body));
  },
};

function readFragment(body: string): ReadRates {
  const page = readHtml(body);
  const [, date = ""] = /^Cours des devises du \p{L}+ (\d{1,2} \p{L}+ \d{4})$/u.exec(page("h2").text().trim()) ?? [];
  const observedOn = dayWithMonthName(date, frenchMonths);
  if (observedOn === null) throw new SourceShapeError("the answer does not say whose day it is");
  if (page("table").length === 0) return { rates: [], setAside: [] };
  if (!body.includes("</table>")) throw new SourceShapeError("the table is cut short");
  const cells = page("table tr")
    .toArray()
    .map((row) =>
      page("td", row)
        .toArray()
        .map((cell) => page(cell).text().trim()),
    );
  const read = readRows(
    cells.filter((row) => row.length > 0),
    (row) => rateOf(row, observedOn),
  );
  const euro = read.rates.find(({ base }) => base === "EUR");
  if (euro === undefined || !new Decimal(euro.value).eq(parity)) {
    throw new SourceShapeError(`the euro stands at ${euro?.value ?? "nothing"}, its parity is ${parity}`);
  }
  return read;
}

function rateOf([name = "", figure = ""]: readonly string[], observedOn: string): RowReading {
  const base = codes.get(name.toLowerCase());
  if (base === undefined) return unknownCurrency(name);
  const value = withDecimalPoint(figure);
  return isFigure(value) ? { base, quote: "XOF", value, observedOn } : unreadable(base, `${name}: ${figure}`);
}
