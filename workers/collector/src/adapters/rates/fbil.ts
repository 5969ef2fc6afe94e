/**
 * Financial Benchmarks India, reference rates of the rupee: about 13:00 to 13:30 in Mumbai (07:30 to 08:00 UTC), business days.
 * Publishes: a range of days; rupees, as a JSON number with six places, per `N` units named in the row: `INR / 100 JPY`.
 * USD, GBP, EUR and AED are per one, JPY per 100, IDR per 10000. Read: per one, divided exactly.
 * A range without a publication is an empty list; Mumbai's bank holidays are missing. The ECB publishes the rupee too.
 * A benchmark administrator: its terms bind use in financial products (https://www.fbil.org.in/#/termsandcondition).
 * Seen: 2026-03-17 to 20; history from 2018-07-10.
 */
import { day, positiveDecimalString } from "@openremit/shared/contracts";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, RateTask, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { firstDay } from "./asked-days.ts";
import { perOne } from "./figures.ts";
import { gatherRates } from "./gather-rates.ts";
import { type RowReading, readRows, unreadable } from "./read-rows.ts";

const endpoint = "https://www.fbil.org.in/wasdm/refrates/fetchfiltered";
const mostDays = 90;

const row = z.object({ processRunDate: z.string(), subProdName: z.string(), rate: positiveDecimalString });

export const fbil: RateAdapter = {
  key: "fbil",
  version: "1",

  plan(task: RateTask): readonly PlannedRequest[] {
    const range = `fromDate=${firstDay(task, mostDays)}&toDate=${task.today}`;
    const url = `${endpoint}?${range}&authenticated=false`;
    return [{ method: "GET", url, headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => readRows(readShape(z.array(row), readJson(body)), rateOf));
  },
};

function rateOf({ processRunDate, subProdName, rate }: z.infer<typeof row>): RowReading {
  const [, unit, base] = /^INR \/ (\d+) ([A-Z]{3})$/.exec(subProdName.trim()) ?? [];
  const observedOn = day.safeParse(processRunDate.slice(0, 10));
  if (unit === undefined || base === undefined || !observedOn.success) {
    return unreadable(subProdName, `${processRunDate}: ${subProdName}`);
  }
  return { base, quote: "INR", value: perOne(rate, unit), observedOn: observedOn.data };
}
