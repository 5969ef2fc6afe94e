/**
 * Bank Al-Maghrib, transfer rates of the dirham, about 12:30 in Casablanca, Monday to Friday. Answers holders of a free key.
 * Publishes: one day per request; the middle rate in dirham, a JSON number, per `uniteDevise` of the foreign currency (100 for
 * NOK SEK DKK JPY XOF, 10 for DZD, else 1). Read: per one, divided exactly. Days of long ago have `achat` and `vente`
 * in place of `moyen`: they are not asked for.
 * Quirks: on 2026-03-26 the table came almost twice, 58 rows of 30 currencies with equal figures; `MRO` is the ouguiya
 * that ended in 2018, at the figure of that one, and is left out.
 * The dirham floats within 5 % around a basket of 60 % EUR and 40 % USD. Seen: 2026-03-25 to 27, 30 codes.
 */
import { currencyCode, day, positiveDecimalString } from "@openremit/shared/contracts";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, RateTask, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { weekdaysAsked } from "./asked-days.ts";
import { perOne } from "./figures.ts";
import { gatherRates } from "./gather-rates.ts";
import { type RowReading, readRows, unreadable } from "./read-rows.ts";

const endpoint = "https://api.centralbankofmorocco.ma/cours/Version1/api/CoursVirement";
const mostDays = 7;

const row = z.object({
  date: z.string(),
  libDevise: currencyCode,
  moyen: positiveDecimalString,
  uniteDevise: positiveDecimalString,
});

export const bankAlMaghrib: RateAdapter = {
  key: "bank-al-maghrib",
  version: "1",

  plan(task: RateTask): readonly PlannedRequest[] {
    return weekdaysAsked(task, mostDays).map((date) => ({
      method: "GET",
      url: `${endpoint}?date=${date}T12:30:00`,
      headers: { accept: "application/json" },
    }));
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => readRows(readShape(z.array(row), readJson(body)), rateOf));
  },
};

function rateOf({ date, libDevise: base, moyen, uniteDevise }: z.infer<typeof row>): RowReading {
  if (base === "MRO") return null;
  const observedOn = day.safeParse(date.slice(0, 10));
  if (!observedOn.success) return unreadable(base, `a day called "${date}"`);
  return { base, quote: "MAD", value: perOne(moyen, uniteDevise), observedOn: observedOn.data };
}
