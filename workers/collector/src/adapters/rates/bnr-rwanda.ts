/**
 * National Bank of Rwanda (not Romania's, which goes by the same letters): daily rates, Monday to Friday, by 14:00 UTC.
 * Publishes: per currency and range of days, francs per one foreign unit, as text: buying, average, selling. The average
 * is the bank's own figure and is what is read.
 * One currency a request. Quirks: rows come in no order; the year has two digits (`22-May-26`); old figures have commas
 * between thousands. A range without a publication is an empty list.
 * CC BY 4.0 (https://www.bnr.rw/statuse). Seen: 2026-05-19 to 22, five currencies; history from 2012-01-02.
 */
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, RateTask, SourceAnswer } from "../adapter.ts";
import { requireEcho } from "../one-visit.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { askedAddress } from "./asked-address.ts";
import { firstDay } from "./asked-days.ts";
import { withoutThousands } from "./figures.ts";
import { gatherRates } from "./gather-rates.ts";
import { dayWithMonthName, englishMonths } from "./published-day.ts";
import { isFigure, type RowReading, readRows, unreadable } from "./read-rows.ts";

const endpoint = "https://fxrates.bnr.rw/currency_history/";
const currencies = "USD EUR GBP JPY CHF CAD AUD CNY INR ZAR AED SAR KES UGX TZS BIF".split(" ");
/** Longer ranges are answered too; the bank is asked for no more than it takes to catch up. */
const mostDays = 90;

const row = z.object({ currency_name: z.string(), average_rate: z.string(), post_date: z.string() });

export const bnrRwanda: RateAdapter = {
  key: "bnr-rwanda",
  version: "1",

  plan(task: RateTask): readonly PlannedRequest[] {
    const range = `start_date=${firstDay(task, mostDays)}&end_date=${task.today}`;
    return currencies.map((currency) => ({
      method: "GET",
      url: `${endpoint}?currency_name=${currency}&${range}`,
      headers: { accept: "application/json" },
    }));
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, (answer) => {
      const asked = askedAddress(answer).searchParams.get("currency_name") ?? "";
      return readRows(readShape(z.array(row), readJson(answer.body)), (each) => rateOf(each, asked));
    });
  },
};

function rateOf({ currency_name: currency, average_rate, post_date }: z.infer<typeof row>, asked: string): RowReading {
  requireEcho([asked], [currency]);
  const observedOn = dayWithMonthName(post_date, englishMonths);
  const value = withoutThousands(average_rate);
  if (observedOn === null || !isFigure(value)) return unreadable(currency, `${post_date}: ${average_rate}`);
  return { base: currency, quote: "RWF", value, observedOn };
}
