/**
 * InforEuro, the European Commission's accounting rates: one month at a time, valid from its first to its last day.
 * Publishes: one row per COUNTRY, so a currency comes up to eight times with one figure; 1 EUR = `value`, a JSON number.
 * About 150 currencies, also those without a central bank that can be read. The rate is the market's on the last but one
 * day of the month before, else what EU delegations report: up to a month old by construction, never for a day's margin.
 * The answer does not say its month: the address does. An error is an object with a message in place of the list.
 * Quirks: the euro's own countries are rows of 1; `ZIG` is ZWG. Reuse under the Commission's policy.
 * Documented by its public API and three readers of it; no whole month was recorded.
 */
import { currencyCode, day } from "@openremit/shared/contracts";
import { SourceShapeError } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, RateTask, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { askedAddress } from "./asked-address.ts";
import { gatherRates } from "./gather-rates.ts";
import { isFigure, type RowReading, readRows, unreadable } from "./read-rows.ts";

const endpoint = "https://ec.europa.eu/budg/inforeuro/api/public/monthly-rates";

const row = z.object({ isoA3Code: currencyCode, value: z.string().nullable() });
const refusal = z.object({ message: z.string() });

/** The Commission's spelling of a code, where it is not ISO 4217's; the Faroese crown is the Danish one. */
const iso: ReadonlyMap<string, string> = new Map([
  ["ZIG", "ZWG"],
  ["FOK", "DKK"],
]);

export const inforeuro: RateAdapter = {
  key: "inforeuro",
  version: "1",

  /** The month of the visit alone: earlier ones are no use to anybody's margin of today. */
  plan({ today }: RateTask): readonly PlannedRequest[] {
    const [year = "", month = ""] = today.split("-");
    const url = `${endpoint}?lang=EN&year=${year}&month=${month.replace(/^0/, "")}`;
    return [{ method: "GET", url, headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, (answer) => {
      const read = readJson(answer.body);
      const refused = refusal.safeParse(read);
      if (refused.success) throw new SourceShapeError(`the source answers with an error: ${refused.data.message}`);
      const observedOn = firstOfMonth(askedAddress(answer));
      return readRows(readShape(z.array(row).min(1), read), (each) => rateOf(each, observedOn));
    });
  },
};

function firstOfMonth({ searchParams }: URL): string {
  const month = searchParams.get("month")?.padStart(2, "0");
  const first = day.safeParse(`${searchParams.get("year")}-${month}-01`);
  if (!first.success) throw new SourceShapeError("the address asked names no month");
  return first.data;
}

function rateOf({ isoA3Code: code, value }: z.infer<typeof row>, observedOn: string): RowReading {
  if (code === "EUR" || value === null) return null;
  const quote = iso.get(code) ?? code;
  return isFigure(value) ? { base: "EUR", quote, value, observedOn } : unreadable(quote, `${code} at ${value}`);
}
