import { z } from "zod";
import { chargeOptions, feePlacements, payIns, payOuts, speeds } from "../domain/vocabulary.ts";
import { quoteSourceConfig } from "./catalog.ts";
import { feeSchedule } from "./fee-schedule.ts";
import {
  corridorId,
  countryCode,
  currencyCode,
  day,
  key,
  nonNegativeDecimalString,
  positiveDecimalString,
  recordedDecimalString,
  sha256,
} from "./primitives.ts";

/** One line of a tariff. What the document does not say is null. */
export const tariffOffer = z
  .object({
    line: z
      .string()
      .min(1)
      .max(50)
      .nullable()
      .describe("What the document calls this line, or its place there; needed where two lines have the same methods"),
    corridors: z.union([z.literal("all"), z.array(corridorId).min(1)]).describe("all: every one from the send country"),
    receiveCurrencies: z.union([z.literal("all"), z.array(currencyCode).min(1)]),
    payIn: z.enum(payIns).nullable(),
    payOut: z.enum(payOuts).nullable(),
    charges: z.enum(chargeOptions).nullable().describe("Charge option of a bank transfer: OUR, SHA or BEN"),
    feePlacement: z.enum(feePlacements),
    feeSchedule: feeSchedule.nullable().describe("Where the document gives the fee for every amount"),
    feeSamples: z
      .array(z.object({ amount: positiveDecimalString, fee: nonNegativeDecimalString }).strict())
      .min(1)
      .nullable()
      .describe("Where it gives the fee at some amounts only, ascending; send currency"),
    band: z
      .object({ min: nonNegativeDecimalString, max: positiveDecimalString })
      .strict()
      .nullable()
      .describe("Principals the line speaks of; null: not said"),
    rate: positiveDecimalString.nullable().describe("The rate as published, receive units per send unit"),
    fxMarginPct: recordedDecimalString
      .nullable()
      .describe("The margin over the mid-market rate in per cent, where that is published instead of a rate"),
    payOutFee: nonNegativeDecimalString.nullable().describe("Fee taken at pay-out, receive currency"),
    speed: z.enum(speeds).nullable(),
  })
  .strict();
export type TariffOffer = z.infer<typeof tariffOffer>;

/** `config/tariffs/<key>.json`: figures that a person read in a document, with which document and when. */
export const tariffConfig = z
  .object({
    $schema: z.string().optional(),
    key,
    name: z.string().min(2),
    provider: key.describe("Whose prices"),
    sendCountry: countryCode.describe("Whose senders the tariff is for"),
    sendCurrency: currencyCode.describe("The currency of its fees"),
    reviewed: z
      .object({
        url: z.url().describe("The document itself"),
        sha256: sha256.nullable().describe("Of the document's bytes; null until a person has hashed what was read"),
        on: day.describe("Day on which its figures held; of a month or a quarter the first day"),
        precision: z.enum(["day", "month", "quarter"]).describe("How finely that day is known"),
      })
      .strict(),
    via: z
      .enum(["document", "survey"])
      .describe("The provider's own document, or a survey: survey figures are kept and never ranked (METHOD 3)"),
    everyMinutes: z.number().int().min(1440).default(1440).describe("How often the document is looked at"),
    conduct: quoteSourceConfig.shape.conduct,
    enabled: quoteSourceConfig.shape.enabled,
    attribution: quoteSourceConfig.shape.attribution,
    licence: quoteSourceConfig.shape.licence,
    offers: z.array(tariffOffer).min(1),
  })
  .strict();
export type TariffConfig = z.infer<typeof tariffConfig>;
