import { z } from "zod";
import { freshnessStates } from "../../domain/vocabulary.ts";
import { currencyCode, day, decimalString, instant, key } from "../primitives.ts";

/** Something the reader of an answer should know; the answer stays usable. */
export const warning = z
  .object({
    code: z
      .string()
      .regex(/^[a-z][a-z0-9_]{2,60}$/)
      .describe("Stable code, to be translated or acted on"),
    detail: z.string().describe("The same in an English sentence"),
    observedAt: instant.optional().describe("The moment the warning speaks of, where it speaks of one"),
  })
  .meta({
    id: "Warning",
    example: { code: "no_reference_rate", detail: "No usable reference rate for EUR to CDF: no source." },
  });
export type Warning = z.infer<typeof warning>;

export const warnings = z.array(warning).describe("Empty where nothing needs saying");

export const moneyText = decimalString
  .describe("Amount with exactly the digits of the currency's minor unit")
  .meta({ example: "200.00" });
export const pctText = decimalString
  .describe("Per cent, rounded half-up to two places; may be negative where a provider beats the reference rate")
  .meta({ example: "1.27" });
export const rateText = decimalString
  .describe("Receive units per one send unit, with the digits published")
  .meta({ example: "10.8100" });

export const dataVersion = z
  .string()
  .describe("Changes whenever the data behind the answer changes")
  .meta({ example: "7d1f0c6a2b9e4c55" });
export const simulated = z.boolean().describe("True where prices come from the sandbox and are invented");
export const freshnessState = z.enum(freshnessStates).describe("METHOD 3: by the source's own interval");
export const named = z
  .object({ key, name: z.string().describe("Name to show") })
  .meta({ id: "Named", example: { key: "wise", name: "Wise" } });

/** The mid-market rate percentages are measured against (METHOD 4). */
export const referenceRate = z
  .object({
    base: currencyCode,
    quote: currencyCode,
    value: decimalString.describe("Quote units per one base unit"),
    source: key.describe("Rate source that won, or `identity`, or `peg`"),
    layer: z.number().int().min(0).max(4).describe("METHOD 4: 0 pegs, 1 ECB and Frankfurter, 2 central banks …"),
    observedOn: day.describe("Publication day"),
    status: z.enum(["fresh", "ageing", "hidden"]).describe("`hidden`: too old or doubtful to show percentages"),
  })
  .meta({
    id: "ReferenceRate",
    example: {
      base: "EUR",
      quote: "MAD",
      value: "10.8123",
      source: "frankfurter",
      layer: 1,
      observedOn: "2026-11-20",
      status: "fresh",
    },
  });
export type ReferenceRateView = z.infer<typeof referenceRate>;

/** Words a source wants beside its figures, wherever they are shown. */
export const attributions = z
  .array(z.object({ source: key, text: z.string() }).meta({ id: "Attribution" }))
  .describe("Must be shown wherever these figures are shown");
export type Attributions = z.infer<typeof attributions>;
