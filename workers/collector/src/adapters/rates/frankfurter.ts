/**
 * Frankfurter v2: one blended rate per currency over some 84 official publishers, with the publishers behind each.
 * Publishes: 1 base = `rate` quote, as JSON numbers rounded by magnitude (> 5000: 0 places … < 0.0001: 6), so the base is
 * USD: most currencies then are large numbers and keep their digits.
 * `date` is each row's own observation date: carried forward over days without publication, tomorrow where a central
 * bank publishes the next day's rate. The identity row USD/USD is a row like any other.
 * `providers` lists every publisher; `excluded: true` marks those the blend left out. A row without any contributor is a peg
 * that the feed asserts itself: nobody measured it, and official parities are config of this project.
 * Seen: OpenAPI description and an answer of 2014-06-02 quoted in the maintainer's own thread (2026-08).
 */
import { currencyCode, day, type PublishedRate, positiveDecimalString } from "@openremit/shared/contracts";
import { daysBetween, SourceShapeError, shiftDay } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, RateTask, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { gatherRates } from "./gather-rates.ts";

const endpoint = "https://api.frankfurter.dev/v2/rates?base=USD&expand=providers";
/** A range starts before what is known: it then holds a publication day over any weekend, and brings corrections. */
const overlapDays = 4;

const row = z.object({
  date: day,
  base: z.literal("USD"),
  quote: currencyCode,
  rate: positiveDecimalString,
  providers: z
    .array(
      z.object({ key: z.string().min(1), date: day, rate: positiveDecimalString, excluded: z.boolean().optional() }),
    )
    .optional(),
});
type Row = z.infer<typeof row>;

export const frankfurter: RateAdapter = {
  key: "frankfurter",
  version: "1",

  /** Beyond five years at once the service answers 422: ask for history in shorter steps. */
  plan(task: RateTask): readonly PlannedRequest[] {
    const url = isUpToDate(task) ? endpoint : `${endpoint}&from=${shiftDay(task.since, -overlapDays)}`;
    return [{ method: "GET", url, headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => {
      const rows = readShape(z.array(row).min(1), readJson(body));
      if (!rows.some(({ providers }) => providers !== undefined)) {
        throw new SourceShapeError("no row says which publishers are behind it");
      }
      return { rates: rows.flatMap(rateOf), setAside: [] };
    });
  },
};

/** What is known may be dated tomorrow: then too the latest figures are what is wanted. */
function isUpToDate({ since, today }: RateTask): boolean {
  return daysBetween(since, today) <= 1;
}

function rateOf({ date, base, quote, rate, providers }: Row): readonly PublishedRate[] {
  const contributors = contributorsOf(providers ?? []);
  if (quote === base || contributors === 0) return [];
  return [{ base, quote, value: rate, observedOn: date, contributors }];
}

function contributorsOf(providers: NonNullable<Row["providers"]>): number {
  return new Set(providers.filter(({ excluded }) => excluded !== true).map(({ key }) => key)).size;
}
