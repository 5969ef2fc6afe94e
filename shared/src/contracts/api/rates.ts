import { z } from "zod";
import { regimeKinds } from "../../domain/vocabulary.ts";
import { currencyCode, day, decimalString, key } from "../primitives.ts";
import { attributions, dataVersion, pctText, simulated, warnings } from "./common.ts";

export const ratesQuery = z
  .object({
    base: currencyCode.default("EUR").meta({ example: "EUR" }),
    quote: currencyCode.meta({ example: "MAD" }),
    on: day.optional().describe("The rate as it stood at the end of that day, from history"),
  })
  .strict();

const leg = z
  .object({
    source: key,
    base: currencyCode,
    quote: currencyCode,
    value: decimalString,
    observedOn: day,
    how: z.enum(["published", "inverted", "peg", "identity"]),
  })
  .meta({ id: "RateLeg" });

const candidate = z
  .object({
    source: key,
    layer: z.number().int(),
    value: decimalString,
    observedOn: day,
    legs: z.array(leg),
    outcome: z.enum(["won", "usable", "lost"]),
    lost: z.string().nullable().describe("Why it lost"),
  })
  .meta({ id: "RateCandidate" });

export const ratesAnswer = z
  .object({
    base: currencyCode,
    quote: currencyCode,
    on: day.nullable().describe("null: now"),
    simulated,
    dataVersion,
    value: decimalString.nullable().describe("Quote units per one base unit; null where there is no usable rate"),
    source: key.nullable().describe("The winner"),
    layer: z.number().int().nullable(),
    observedOn: day.nullable(),
    status: z.enum(["fresh", "ageing", "hidden", "none"]),
    ageDays: z.number().nullable(),
    missedPublications: z
      .number()
      .int()
      .nullable()
      .describe("Publications since; weekends and holidays are not missed"),
    regime: z.enum(regimeKinds),
    disagreementPct: pctText
      .nullable()
      .describe("How far the highest usable candidate stands off the median of the fresh ones, per cent"),
    reason: z.string().nullable().describe("Why there is no value, or why it is hidden"),
    legs: z.array(leg).describe("How the winner was put together; two legs for a cross"),
    candidates: z.array(candidate).describe("Everything that could have answered"),
    attributions,
    warnings,
  })
  .meta({ id: "RatesAnswer" });
export type RatesAnswer = z.infer<typeof ratesAnswer>;
