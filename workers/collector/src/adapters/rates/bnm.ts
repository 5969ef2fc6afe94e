/**
 * Bank Negara Malaysia, the interbank rates of 09:00 in Kuala Lumpur (01:00 UTC), business days.
 * Publishes: the newest day of every currency; buying, selling and middle ringgit per `unit` of the foreign currency (1, or
 * 100 for INR PKR PHP NPR and others). The middle rate is the bank's own figure and is what is read, per one.
 * Quirks: figures are binary floats written out (`4.2199999999999998` is 4.22): read to twelve digits. `SDR` has no buying
 * and selling rate, and is XDR in ISO 4217. A rate of null or zero is none.
 * The accept header is mandatory. History would be a request per currency and month: a day missed stays missed.
 * Seen: 2026-03-19, 27 codes.
 */
import { day, positiveDecimalString } from "@openremit/shared/contracts";
import { decimalText, parseDecimal } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { perOne } from "./figures.ts";
import { gatherRates } from "./gather-rates.ts";
import { isFigure, type RowReading, readRows, unknownCurrency, unreadable } from "./read-rows.ts";

const url = "https://api.bnm.gov.my/public/exchange-rate?session=0900";
/** Binary floats hold fifteen digits; what was meant has far fewer than twelve. */
const floatDigits = 12;

const session = z.object({
  data: z
    .array(
      z.object({
        currency_code: z.string(),
        unit: positiveDecimalString,
        rate: z.object({ date: day, middle_rate: z.string().nullable() }),
      }),
    )
    .min(1),
  meta: z.object({ quote: z.literal("rm"), session: z.literal("0900") }),
});
type Row = z.infer<typeof session>["data"][number];

export const bnm: RateAdapter = {
  key: "bnm",
  version: "1",

  plan(): readonly PlannedRequest[] {
    return [{ method: "GET", url, headers: { accept: "application/vnd.BNM.API.v1+json" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => readRows(readShape(session, readJson(body)).data, rateOf));
  },
};

function rateOf({ currency_code: code, unit, rate }: Row): RowReading {
  if (!/^[A-Z]{3}$/.test(code)) return unknownCurrency(code);
  const { middle_rate: middle, date: observedOn } = rate;
  if (middle === null || /^0(\.0*)?$/.test(middle)) return null;
  const meant = isFigure(middle) ? decimalText(parseDecimal(middle).toSignificantDigits(floatDigits)) : middle;
  if (!isFigure(meant)) return unreadable(code, `${observedOn}: ${middle}`);
  return { base: code === "SDR" ? "XDR" : code, quote: "MYR", value: perOne(meant, unit), observedOn };
}
