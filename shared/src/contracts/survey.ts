import { z } from "zod";
import { surveyFlags, surveyLayouts } from "../domain/survey/vocabulary.ts";
import { payIns, payOuts, speeds } from "../domain/vocabulary.ts";
import { currencyCode, day, recordedDecimalString, sha256 } from "./primitives.ts";

export const surveyPeriod = z
  .string()
  .regex(/^(19|20)\d\d-Q[1-4]$/, "a quarter such as 2014-Q2")
  .describe("Quarter of the survey")
  .meta({ example: "2014-Q2" });
export const alpha3Code = z
  .string()
  .regex(/^[A-Z]{3}$/, "an ISO 3166-1 alpha-3 code such as BEL")
  .describe("ISO 3166-1 alpha-3 code; XKX for Kosovo");
export const surveyCorridor = z
  .string()
  .regex(/^[A-Z]{3}-[A-Z]{3}$/, "a country pair such as BEL-MAR")
  .describe("Sending and receiving country, ISO 3166-1 alpha-3")
  .meta({ example: "BEL-MAR" });

const published = z.string().min(1).max(2_000).nullable();
const figure = recordedDecimalString.nullable();

/**
 * One service of Remittance Prices Worldwide at one amount, as published; null is what the file does not say. A service
 * is unique by `surveyId` within its period, whichever file and layout it was read from.
 */
export const surveyService = z
  .object({
    surveyId: z
      .string()
      .min(3)
      .max(300)
      .describe("The published id and the amount; without a published id: corridor, firm, firm type and a number")
      .meta({ example: "13034/200" }),
    sourceRowId: z.string().min(1).max(40).nullable().describe("The id as published, unique only within its period"),
    layout: z.enum(surveyLayouts).describe("Column set of the file the row was read from"),
    period: surveyPeriod,
    surveyedOn: day.nullable().describe("Day on which the price was collected"),
    corridor: surveyCorridor,
    sourceCountry: alpha3Code,
    destinationCountry: alpha3Code,
    firm: z.string().min(1).max(200).describe("As published"),
    firmType: z.string().min(1).max(100).nullable().describe("As published, in one spelling a type"),
    product: published.describe("As published; in the layout to Q1 2016 only"),
    accessPoint: published.describe("Where the service is bought, as published (`sending location` to Q1 2016)"),
    payInText: published.describe("Payment instrument as published; since Q2 2016 only"),
    payIn: z.enum(payIns).nullable().describe("The same in our words, where one of them says exactly that"),
    payOutText: published.describe("Pick-up method as published"),
    payOut: z.enum(payOuts).nullable().describe("The same in our words, where one of them says exactly that"),
    pickupLocation: published,
    coverage: published.describe("Network in the receiving country, as published"),
    speedText: published.describe("As published"),
    speed: z.enum(speeds).nullable(),
    speedDays: z.number().int().min(0).nullable().describe("Longest the band allows, in days; 6: six or more"),
    amountUsd: z.union([z.literal(200), z.literal(500)]).describe("The surveyed amount as USD equivalent (cc1, cc2)"),
    localAmount: figure.describe("The same in `localCurrency`"),
    localCurrency: currencyCode.nullable(),
    fee: figure.describe("In `localCurrency`"),
    feePct: figure.describe("Per cent, where the file gives it"),
    rate: figure.describe("Rate applied, receive units per send unit"),
    interbankRate: figure.describe("Interbank rate the margin was measured against"),
    fxMarginPct: figure.describe("Per cent; null where it was not disclosed"),
    totalCostPct: figure.describe("Fee and margin, per cent of the amount, as published"),
    transparent: z
      .boolean()
      .nullable()
      .describe("Whether the margin was disclosed before sending; only then a service counts (METHOD 7)"),
    payOutCurrency: currencyCode.nullable().describe("Null: the survey does not record it"),
    note: published,
    note2: published,
    flags: z.array(z.enum(surveyFlags)).describe("What a reader should know; never a reason to leave a row out"),
  })
  .strict()
  .meta({ id: "SurveyService" });
export type SurveyService = z.infer<typeof surveyService>;

/** One imported file. */
export const surveyFile = z
  .object({
    sha256,
    name: z.string().min(1).max(500).describe("File name or address"),
    readerVersion: z.number().int().min(1).describe("Version of the code that read it"),
    layouts: z.array(z.enum(surveyLayouts)).min(1),
    rowsRead: z.number().int().min(0),
    rowsRefused: z.number().int().min(0),
    servicesRead: z.number().int().min(0).describe("Services of the file, one for each amount"),
    servicesStored: z.number().int().min(0),
    servicesRevised: z.number().int().min(0),
    servicesWithdrawn: z.number().int().min(0).describe("Services that stood before and that the file no longer holds"),
    flagged: z.record(z.string(), z.number().int().min(0)).describe("Services a flag"),
    importedAt: z.iso.datetime(),
  })
  .strict();
export type SurveyFile = z.infer<typeof surveyFile>;
