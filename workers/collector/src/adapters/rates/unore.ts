/**
 * United Nations Operational Rates of Exchange: the UN's own bookkeeping rates, from the first of each month.
 * Publishes: XML, one element per duty station's COUNTRY, so a currency comes many times with one figure; units of the
 * currency per 1 US dollar, and the day from which the figure holds (`1 Mar 2026`).
 * A revision about the 15th lists changed currencies only, so each row is dated by itself. Where a currency has several
 * rates, this is the most favourable one the UN may lawfully use: the best official stand-in for a market rate there.
 * Quirk: values may trail tabs. Up to a month old by construction, never for a day's margin of a floating currency.
 * Reconstructed from three public readers of the file; no answer was recorded.
 */
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, SourceAnswer } from "../adapter.ts";
import { readShape } from "../read-shape.ts";
import { readXml } from "../read-xml.ts";
import { gatherRates } from "./gather-rates.ts";
import { dayWithMonthName, englishMonths } from "./published-day.ts";
import { isFigure, type RowReading, readRows, unknownCurrency, unreadable } from "./read-rows.ts";

const url = "https://treasury.un.org/operationalrates/xsql2XML.php";

const dataSet = z.object({
  UN_OPERATIONAL_RATES_DATASET: z.object({
    UN_OPERATIONAL_RATES: z.array(z.object({ f_curr_code: z.string(), rate: z.string(), eff_date: z.string() })).min(1),
  }),
});
type Row = z.infer<typeof dataSet>["UN_OPERATIONAL_RATES_DATASET"]["UN_OPERATIONAL_RATES"][number];

const layout = { trimValues: true, isArray: (name: string) => name === "UN_OPERATIONAL_RATES" };

export const unore: RateAdapter = {
  key: "unore",
  version: "1",

  plan(): readonly PlannedRequest[] {
    return [{ method: "GET", url, headers: { accept: "application/xml, text/xml" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => {
      const { UN_OPERATIONAL_RATES_DATASET: read } = readShape(dataSet, readXml(body, layout));
      return readRows(read.UN_OPERATIONAL_RATES, rateOf);
    });
  },
};

function rateOf({ f_curr_code: quote, rate, eff_date }: Row): RowReading {
  if (quote === "USD") return null;
  if (!/^[A-Z]{3}$/.test(quote)) return unknownCurrency(quote);
  const observedOn = dayWithMonthName(eff_date, englishMonths);
  if (observedOn === null || !isFigure(rate)) return unreadable(quote, `${eff_date}: ${rate}`);
  return { base: "USD", quote, value: rate, observedOn };
}
