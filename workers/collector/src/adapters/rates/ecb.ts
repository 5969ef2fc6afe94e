/**
 * European Central Bank, euro foreign exchange reference rates.
 * Publishes: 1 EUR = `rate` units of each currency, per one unit, never inverted; about 16:00 CET on TARGET working days.
 * Three files of one shape: the newest day, the last 90 calendar days, everything since 1999-01-04 (newest day first).
 * Quirk: the daily file quotes its attributes with ', the history files with ", and the history drops trailing zeros.
 * A currency that a day lacks is simply absent. A day is all or nothing: fewer than 20 currencies is a broken file.
 * Seen: daily and 90-day files of 2018-06-11, history of 2016-08-24; 30 currencies in 2026.
 */
import { currencyCode, day, type PublishedRate, positiveDecimalString } from "@openremit/shared/contracts";
import { daysBetween, isWeekend, SourceShapeError, shiftDay } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, RateTask, SourceAnswer } from "../adapter.ts";
import { readShape } from "../read-shape.ts";
import { readXml } from "../read-xml.ts";

const folder = "https://www.ecb.europa.eu/stats/eurofxref";
/** The 90-day file counts from its newest day, which may lie five days back over Easter. */
const daysIn90dFile = 85;
const fewestCurrencies = 20;

const envelope = z.object({
  Envelope: z.object({
    Cube: z.tuple([
      z.object({
        Cube: z
          .array(
            z.object({
              time: day,
              Cube: z.array(z.object({ currency: currencyCode, rate: positiveDecimalString })).min(1),
            }),
          )
          .min(1),
      }),
    ]),
  }),
});
type DatedCube = z.infer<typeof envelope>["Envelope"]["Cube"][0]["Cube"][number];

const layout = {
  ignoreAttributes: false,
  attributeNamePrefix: "",
  removeNSPrefix: true,
  isArray: (name: string) => name === "Cube",
};

export const ecb: RateAdapter = {
  key: "ecb",
  version: "1",

  plan(task: RateTask): readonly PlannedRequest[] {
    return [{ method: "GET", url: `${folder}/${fileFor(task)}`, headers: { accept: "application/xml, text/xml" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return { rates: answers.flatMap(({ body }) => readDays(body).flatMap(ratesOf)), setAside: [] };
  },
};

/** The smallest file that leaves no publication out. */
function fileFor({ since, today }: RateTask): string {
  const gapDays = daysBetween(since, today);
  if (gapDays > daysIn90dFile) return "eurofxref-hist.xml";
  const missed = Array.from({ length: Math.max(0, gapDays) }, (_, back) => shiftDay(today, -back));
  return missed.filter((day) => !isWeekend(day)).length <= 1 ? "eurofxref-daily.xml" : "eurofxref-hist-90d.xml";
}

function readDays(body: string): readonly DatedCube[] {
  const days = readShape(envelope, readXml(body, layout)).Envelope.Cube[0].Cube;
  const newest = days.reduce((latest, dated) => (dated.time > latest.time ? dated : latest));
  if (newest.Cube.length < fewestCurrencies) {
    throw new SourceShapeError(
      `only ${newest.Cube.length} currencies on ${newest.time}, at least ${fewestCurrencies} expected`,
    );
  }
  if (new Set(days.map(({ time }) => time)).size < days.length) throw new SourceShapeError("a day is listed twice");
  return days;
}

function ratesOf({ time, Cube }: DatedCube): readonly PublishedRate[] {
  if (new Set(Cube.map(({ currency }) => currency)).size < Cube.length) {
    throw new SourceShapeError(`a currency is listed twice on ${time}`);
  }
  return Cube.map(({ currency, rate }) => ({
    base: "EUR",
    quote: currency,
    value: rate,
    observedOn: time,
    contributors: 1,
  }));
}
