/**
 * Central Bank of the Congo (Kinshasa; Cuba's goes by the same letters): indicative rates of the franc, business days.
 * Publishes: a page per day, `/cours-de-change/YYYY-MM-DD`, with the middle rate of some ten currencies as pairs of
 * `<dt>USD (cours moyen)</dt><dd>2 263,0000</dd>`: francs per one foreign unit. Older pages have a decimal comma and a
 * blank between thousands, newer ones a decimal point. The page does not repeat its day: the address says it.
 * A day without publication is a 404. The site asks for ten seconds between requests.
 * Reconstructed from a public reader of the site (frankfurter, adapters/bcccd.rb); no answer was recorded.
 */
import { day } from "@openremit/shared/contracts";
import { SourceShapeError } from "@openremit/shared/domain";
import type { ParsedRates, PlannedRequest, RateAdapter, RateTask, SourceAnswer } from "../adapter.ts";
import { readHtml } from "../read-html.ts";
import { askedAddress } from "./asked-address.ts";
import { weekdaysAsked } from "./asked-days.ts";
import { withDecimalPoint } from "./figures.ts";
import { gatherRates, type ReadRates } from "./gather-rates.ts";
import { isFigure, type RowReading, readRows, unreadable } from "./read-rows.ts";

const folder = "https://www.bcc.cd/marche-des-changes/cours-de-change";
const mostDays = 7;

export const bcc: RateAdapter = {
  key: "bcc",
  version: "1",

  plan(task: RateTask): readonly PlannedRequest[] {
    return weekdaysAsked(task, mostDays).map((date) => ({
      method: "GET",
      url: `${folder}/${date}`,
      headers: { accept: "text/html" },
      acceptStatuses: [404],
    }));
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, (answer) => (answer.status === 404 ? { rates: [], setAside: [] } : readPage(answer)));
  },
};

function readPage(answer: SourceAnswer): ReadRates {
  const observedOn = day.safeParse(askedAddress(answer).pathname.slice(-10));
  if (!observedOn.success) throw new SourceShapeError(`no day at the end of ${askedAddress(answer).pathname}`);
  if (!answer.body.trimEnd().endsWith("</html>")) throw new SourceShapeError("the page is cut short");
  const page = readHtml(answer.body);
  const pairs = page("dt")
    .toArray()
    .map((term) => [page(term).text().trim(), page(term).next("dd").text()] as const)
    .flatMap(([label, figure]) => {
      const code = /^([A-Z]{3}) \(cours moyen\)$/.exec(label)?.[1];
      return code === undefined ? [] : [{ code, figure }];
    });
  if (pairs.length === 0) throw new SourceShapeError("the page has no middle rates");
  return readRows(pairs, ({ code, figure }) => rateOf(code, figure, observedOn.data));
}

function rateOf(base: string, figure: string, observedOn: string): RowReading {
  const value = withDecimalPoint(figure);
  return isFigure(value) ? { base, quote: "CDF", value, observedOn } : unreadable(base, `${base}: ${figure}`);
}
