import { z } from "zod";
import { sourceKinds } from "../domain/vocabulary.ts";
import {
  corridorId,
  countryCode,
  currencyCode,
  day,
  decimalString,
  key,
  positiveDecimalString,
  schemaRef,
} from "./primitives.ts";
import { decidedOn, sourceCommon } from "./source-common.ts";

/** `config/corridors/<from>-<to>.json`: a country pair, its pay-out currencies and what is sampled. */
export const corridorConfig = z
  .object({
    ...schemaRef,
    id: corridorId,
    sendCountry: countryCode,
    sendCurrency: currencyCode,
    receiveCountry: countryCode,
    receiveCurrencies: z.array(currencyCode).min(1).describe("Pay-out currencies, the default first"),
    amounts: z.array(positiveDecimalString).min(1).describe("Sampled amounts in send currency, ascending"),
    senderLanguages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
    enabled: z.boolean(),
  })
  .strict();
export type CorridorConfig = z.infer<typeof corridorConfig>;

export const regulatorEntry = z
  .object({
    authority: z.string().min(2),
    register: z.url(),
    reference: z.string().nullable().describe("Number in the register; null until somebody has looked it up"),
    checkedOn: day.nullable(),
  })
  .strict();

/** `config/providers/<key>.json`: who moves the money. */
export const providerConfig = z
  .object({
    ...schemaRef,
    key,
    name: z.string().min(2),
    kind: z.enum(["money_transfer_operator", "bank", "post", "mobile_operator", "fx_broker"]),
    aliases: z.array(z.string().min(1)).describe("How comparison feeds spell it"),
    surveyNames: z.array(z.string().min(1)).describe("How World Bank surveys spell it"),
    homePage: z.url().nullable(),
    regulators: z.array(regulatorEntry),
    status: z.enum(["active", "paused", "retired"]),
    statusDecision: decidedOn.nullable().describe("Why and since when, for paused and retired"),
  })
  .strict();
export type ProviderConfig = z.infer<typeof providerConfig>;

/** Standing rates outside it were read wrongly, or the source has changed. */
const marginBand = z
  .object({ min: decimalString, max: decimalString })
  .strict()
  .describe(
    "Least and greatest margin of a standing rate, in per cent of the mid-market rate; below zero it beats that rate. The check's own width holds where it is left out, and where official and market rates part",
  );

/** `config/sources/quotes/<key>.json` */
export const quoteSourceConfig = z
  .object({
    ...sourceCommon,
    kind: z.enum(sourceKinds),
    provider: key.nullable().describe("Whose prices; null where the source speaks of many"),
    corridors: z.union([z.literal("all"), z.array(corridorId)]),
    expectations: z
      .object({
        minimumQuotes: z.number().int().min(0).describe("Fewest quotes a healthy answer holds, per visit"),
        marginPct: marginBand.optional(),
      })
      .strict(),
  })
  .strict();
export type QuoteSourceConfig = z.infer<typeof quoteSourceConfig>;

/** For a source that answers key holders only. The key itself never stands in config. */
const credential = z
  .object({
    variable: z
      .string()
      .regex(/^OPENREMIT_KEY_[A-Z0-9_]+$/, "a variable such as OPENREMIT_KEY_ALPHA")
      .describe("Environment variable with the operator's own key; the source is not asked without it"),
    header: z
      .string()
      .regex(/^[A-Za-z][A-Za-z-]*$/)
      .describe("Request header in which the source expects it"),
    obtain: z.url().describe("Where an operator gets one"),
  })
  .strict();

/** `config/sources/rates/<key>.json` */
export const rateSourceConfig = z
  .object({
    ...sourceCommon,
    credential: credential.optional(),
    layer: z
      .number()
      .int()
      .min(1)
      .max(4)
      .describe("METHOD 4: 1 ECB and Frankfurter, 2 central banks, 3 gap fillers, 4 monthly"),
    publication: z
      .object({
        calendar: z.enum(["target", "weekdays", "daily", "monthly"]),
        atUtc: z
          .string()
          .regex(/^\d{2}:\d{2}$/)
          .describe("When the day's figure is out"),
      })
      .strict(),
    minimumContributors: z.number().int().positive().describe("Institutions a row needs behind it to count"),
    expectations: z.object({ minimumRates: z.number().int().min(1) }).strict(),
  })
  .strict();
export type RateSourceConfig = z.infer<typeof rateSourceConfig>;
