/**
 * National Bank of Ethiopia, reference rates, Monday to Friday from 10:00 UTC.
 * Publishes: one day per request; buying, selling and a weighted average in birr per one foreign unit, as text.
 * The exact middle of buying and selling is read, not the weighted average: for the dollar that one repeats the buying
 * rate (2026-05-18: 157.227 of 157.227 and 158.7993), which shifts every cross by 0.5 per cent; for the others it is the
 * middle. The dirham's and riyal's middles, over their parities, agree with the dollar's middle to 0.1 per cent.
 * A day without publication is an empty list. Meaningful since the birr floats: from 2024-10-01.
 * Seen: 2026-05-18 and 19, 19 codes.
 */
import { currencyCode, day, positiveDecimalString } from "@openremit/shared/contracts";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, RateTask, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { weekdaysAsked } from "./asked-days.ts";
import { midpointOf } from "./figures.ts";
import { gatherRates } from "./gather-rates.ts";

const endpoint = "https://api.nbe.gov.et/api/filter-exchange-rates";
const mostDays = 14;

const answerOfDay = z.object({
  success: z.literal(true),
  data: z.array(
    z.object({
      date: day,
      buying: positiveDecimalString,
      selling: positiveDecimalString,
      currency: z.object({ code: currencyCode }),
    }),
  ),
});

export const nbe: RateAdapter = {
  key: "nbe",
  version: "1",

  plan(task: RateTask): readonly PlannedRequest[] {
    return weekdaysAsked(task, mostDays).map((date) => ({
      method: "GET",
      url: `${endpoint}?date=${date}`,
      headers: { accept: "application/json" },
    }));
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => ({
      rates: readShape(answerOfDay, readJson(body)).data.map(({ currency, date, buying, selling }) => ({
        base: currency.code,
        quote: "ETB",
        value: midpointOf(buying, selling),
        observedOn: date,
      })),
      setAside: [],
    }));
  },
};
