/**
 * Bank of the Republic of Burundi: official rates of the franc, business days, about 06:30 to 09:00 UTC.
 * Publishes: a PDF of 19 currencies a day, and beside the list of those PDFs a table of the day in HTML with three: USD,
 * EUR and DTS (XDR). Buying, middle and selling francs per one foreign unit; the middle is the bank's own figure and is
 * what is read. The PDF is not read: it holds no text form.
 * The table carries no day: it is that of the newest bulletin in the list (`Cours de change du 22-05-2026.pdf`), whose
 * figures it repeated digit for digit when seen. A list that is not newest first is refused.
 * The official rate is administered; the street's lies far off. Seen: 2026-05-24, the table of 2026-05-22.
 */
import { SourceShapeError } from "@openremit/shared/domain";
import type { CheerioAPI } from "cheerio";
import type { ParsedRates, PlannedRequest, RateAdapter, SourceAnswer } from "../adapter.ts";
import { readHtml } from "../read-html.ts";
import { gatherRates, type ReadRates } from "./gather-rates.ts";
import { dayFirst } from "./published-day.ts";
import { isFigure, type RowReading, readRows, unknownCurrency, unreadable } from "./read-rows.ts";

const url = "https://www.brb.bi/en/affichagetoustauxchange";
const codes: ReadonlyMap<string, string> = new Map([
  ["USD", "USD"],
  ["EUR", "EUR"],
  ["DTS", "XDR"],
]);

export const brb: RateAdapter = {
  key: "brb",
  version: "1",

  plan(): readonly PlannedRequest[] {
    return [{ method: "GET", url, headers: { accept: "text/html" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => readPage(body));
  },
};

function readPage(body: string): ReadRates {
  if (!body.trimEnd().endsWith("</html>")) throw new SourceShapeError("the page is cut short");
  const page = readHtml(body);
  const observedOn = newestBulletin(page);
  const rows = page("td.views-field-field-moyen")
    .toArray()
    .map((cell) => page(cell).parent())
    .map((row) => [row.find("td.views-field-field-code-pays").text(), row.find("td.views-field-field-moyen").text()]);
  if (rows.length === 0) throw new SourceShapeError("the page has no table of the day");
  return readRows(rows, ([name = "", middle = ""]) => rateOf(name.trim(), middle.trim(), observedOn));
}

function newestBulletin(page: CheerioAPI): string {
  const days = page("a[href*='Cours']")
    .toArray()
    .flatMap((link) => /Cours%20de%20change%20du%20(\d\d-\d\d-\d{4})/.exec(page(link).attr("href") ?? "")?.[1] ?? [])
    .flatMap((text) => dayFirst(text) ?? []);
  const [first] = days;
  if (first === undefined) throw new SourceShapeError("the page lists no bulletin to date its table by");
  if (days.some((day) => day > first)) throw new SourceShapeError(`a bulletin newer than the first, of ${first}`);
  return first;
}

function rateOf(name: string, middle: string, observedOn: string): RowReading {
  const base = codes.get(name);
  if (base === undefined) return unknownCurrency(name);
  return isFigure(middle) ? { base, quote: "BIF", value: middle, observedOn } : unreadable(base, `${name}: ${middle}`);
}
