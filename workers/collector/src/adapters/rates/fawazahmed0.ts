/**
 * fawazahmed0's currency API: a table of 200 and more currencies per US dollar, built at 00:00 UTC every day (CC0).
 * Publishes: `{date, usd: {eur: 0.86, …}}`, codes in lower case, 1 USD = figure, JSON numbers. Crypto tokens and metals stand
 * among the currencies; what is no live ISO 4217 currency that people are paid in is left out.
 * Its upstreams are secrets of its repository, so nobody can say where a figure comes from: one contributor, a gap filler.
 * `date` is the day of the build, not of an observation: weekends look fresh.
 * `@latest` is kept by the network for some hours; the date inside says which build it is. History is not asked for.
 * Documented in its README (ed3ac66); no answer was recorded.
 */
import { day } from "@openremit/shared/contracts";
import { isCurrencyAlive } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { gatherRates } from "./gather-rates.ts";
import { isFigure, type RowReading, readRows, unreadable } from "./read-rows.ts";

const url = "https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@latest/v1/currencies/usd.json";
const metals: ReadonlySet<string> = new Set(["XAG", "XAU", "XPD", "XPT"]);

const table = z.object({ date: day, usd: z.record(z.string(), z.string()) });

export const fawazahmed0: RateAdapter = {
  key: "fawazahmed0",
  version: "1",

  plan(): readonly PlannedRequest[] {
    return [{ method: "GET", url, headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => {
      const { date, usd } = readShape(table, readJson(body));
      return readRows(Object.entries(usd), ([code, figure]) => rateOf(code.toUpperCase(), figure, date));
    });
  },
};

function rateOf(quote: string, value: string, observedOn: string): RowReading {
  if (quote === "USD" || metals.has(quote) || !isCurrencyAlive(quote, observedOn)) return null;
  return isFigure(value) ? { base: "USD", quote, value, observedOn } : unreadable(quote, `${quote} at ${value}`);
}
