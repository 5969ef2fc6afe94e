/**
 * open.er-api.com, the open access of ExchangeRate-API: a mid-market table of some 160 currencies, once a day at 00:00 UTC.
 * Publishes: 1 base = `rates[CCY]`, JSON numbers with six places whatever their size. Asked per USD: every currency of the
 * corridors is then above 0.3 and keeps at least six digits; a second base would be the same figures divided.
 * Its upstreams are undisclosed, so the table counts as one contributor: a gap filler, never sole truth.
 * Quirks: `result: "error"` comes with status 200; parities are near misses (XOF 655.95619 per EUR); ended codes stay in
 * the table, ZWL with the figure of its successor; territories without an ISO 4217 code have one here.
 * Must be shown with "Rates By Exchange Rate API". Seen: table of 2024-09-05, 162 codes.
 */
import { currencyCode, type PublishedRate, positiveDecimalString } from "@openremit/shared/contracts";
import { dayOf, isCurrency, isCurrencyAlive, SourceShapeError } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";

/** Codes of the table's own making, all at par with a real one: DKK, GBP, GBP, GBP, AUD, AUD, CNY (offshore). */
const notIso: ReadonlySet<string> = new Set(["FOK", "GGP", "IMP", "JEP", "KID", "TVD", "CNH"]);

const table = z.object({
  result: z.literal("success"),
  time_last_update_unix: z.coerce.number().int().positive(),
  time_last_update_utc: z.string(),
  base_code: z.literal("USD"),
  rates: z.record(currencyCode, positiveDecimalString),
});
const refusal = z.object({ result: z.literal("error"), "error-type": z.string() });

export const openErApi: RateAdapter = {
  key: "open-er-api",
  version: "1",

  /** The table has no history: whatever is wanted, today's is what there is. */
  plan(): readonly PlannedRequest[] {
    return [{ method: "GET", url: "https://open.er-api.com/v6/latest/USD", headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return { rates: answers.flatMap(({ body }) => ratesOf(readJson(body))), setAside: [] };
  },
};

function ratesOf(answer: unknown): readonly PublishedRate[] {
  const refused = refusal.safeParse(answer);
  if (refused.success) throw new SourceShapeError(`the source answers with an error: ${refused.data["error-type"]}`);
  const { base_code: base, rates, ...times } = readShape(table, answer);
  const observedOn = readUpdateDay(times.time_last_update_unix, times.time_last_update_utc);
  return Object.entries(rates)
    .filter(([quote]) => quote !== base && !notIso.has(quote) && !isEnded(quote, observedOn))
    .map(([quote, value]) => ({ base, quote, value, observedOn, contributors: 1 }));
}

/** The UTC day of the update. Both spellings of the instant must agree, or one of them has changed its meaning. */
function readUpdateDay(unixSeconds: number, utcText: string): string {
  if (Date.parse(utcText) !== unixSeconds * 1000) {
    throw new SourceShapeError(`the update is dated ${unixSeconds} and "${utcText}", which differ`);
  }
  return dayOf(new Date(unixSeconds * 1000));
}

/** Known, and no money that day. A code that nobody knows is kept, to be refused where a person sees it. */
function isEnded(code: string, onDay: string): boolean {
  return isCurrency(code) && !isCurrencyAlive(code, onDay);
}
