import { z } from "zod";
import {
  chargeOptions,
  feePlacements,
  payIns,
  payOuts,
  priceKinds,
  sourceKinds,
  speeds,
  timePrecisions,
} from "../domain/vocabulary.ts";
import { feeSchedule } from "./fee-schedule.ts";
import {
  corridorId,
  countryCode,
  currencyCode,
  day,
  instant,
  key,
  nonNegativeDecimalString,
  positiveDecimalString,
  recordedDecimalString,
  sha256,
} from "./primitives.ts";

export const corridorRef = z
  .object({
    id: corridorId,
    sendCountry: countryCode,
    sendCurrency: currencyCode,
    receiveCountry: countryCode,
    receiveCurrency: currencyCode,
  })
  .strict()
  .meta({ id: "Corridor" });

/** A promotional price seen beside (or instead of) the standing one. It never decides an order (METHOD 3). */
export const promotion = z
  .object({
    rate: positiveDecimalString.nullable().describe("Promotional rate, receive units per send unit"),
    fee: nonNegativeDecimalString.nullable().describe("Fee after the promotion, send currency"),
    received: nonNegativeDecimalString.nullable().describe("What the source says arrives under the promotion"),
    upTo: positiveDecimalString.nullable().describe("Principal up to which the promotional rate holds"),
    eligibility: z.string().max(1000).describe("Who may have it, in the source's words"),
  })
  .strict()
  .meta({ id: "Promotion" });
export type Promotion = z.infer<typeof promotion>;

/** What an adapter reads out of an answer: one price as published, nothing improved. */
export const publishedQuote = z
  .object({
    provider: z
      .string()
      .min(1)
      .max(80)
      .describe("Provider key, or the feed's own alias where the source speaks of many"),
    corridor: corridorRef,
    payIn: z.enum(payIns).nullable().describe("How the sender pays; null where the source does not say"),
    payOut: z.enum(payOuts).nullable().describe("How the recipient is paid; null where the source does not say"),
    payInCode: z.string().max(60).nullable().describe("The source's own code"),
    payOutCode: z.string().max(60).nullable().describe("The source's own code"),
    charges: z
      .enum(chargeOptions)
      .nullish()
      .describe("Who bears the charges of a bank transfer; null or absent where there is no such choice"),
    feePlacement: z.enum(feePlacements),
    amount: positiveDecimalString
      .nullable()
      .describe(
        "Sampled amount in send currency: principal A where the fee is on top, total S where it is inside; null for a schedule",
      ),
    fee: nonNegativeDecimalString
      .nullable()
      .describe("Standing fee at that amount, send currency; null where not disclosed"),
    feeSchedule: feeSchedule.nullable().describe("The published schedule, where the fee is known for every amount"),
    rate: positiveDecimalString
      .nullable()
      .describe("Standing rate, receive units per send unit; null where not disclosed"),
    fxMarginPct: recordedDecimalString
      .nullish()
      .describe("Where no rate is published and its margin over the mid-market rate is: that margin in per cent"),
    payOutFee: nonNegativeDecimalString
      .nullable()
      .describe("Fee taken at pay-out, receive currency; null where the source does not speak of one"),
    received: nonNegativeDecimalString.nullable().describe("What the source itself says arrives at the standing price"),
    band: z
      .object({ min: nonNegativeDecimalString, max: nonNegativeDecimalString })
      .strict()
      .nullable()
      .describe("Principals for which the source says this price holds"),
    priceKind: z.enum(priceKinds).describe("`promotion` where only a promotional price was visible"),
    promotion: promotion.nullable(),
    speed: z.enum(speeds).nullable(),
    observedAt: instant.nullable().describe("When the source says it held; null: when it was fetched"),
  })
  .strict();
export type PublishedQuote = z.infer<typeof publishedQuote>;

/** What proves a quote. */
export const receipt = z
  .object({
    method: z.enum(["GET", "POST"]),
    url: z.url().describe("The address asked, as the source knows it"),
    requestSha256: sha256.describe("Hash of method, address and request body"),
    answerSha256: sha256.describe("Hash of the answer's bytes; the snapshot's name"),
    adapterVersion: z.string().max(40),
  })
  .strict()
  .meta({ id: "ReceiptProof" });
export type Receipt = z.infer<typeof receipt>;

/** A quote: one observation of an offer's price, as published, with when and how it was seen. */
export const quoteObservation = publishedQuote
  .extend({
    quoteId: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .describe("Hash of the stable raw values (who, where, how, amount, when)"),
    source: key,
    sourceKind: z.enum(sourceKinds),
    provider: key,
    observedAt: instant,
    observedAtPrecision: z.enum(timePrecisions),
    seenBy: z
      .string()
      .min(1)
      .max(80)
      .nullish()
      .describe("Whose people saw it in a shop; null or absent where nobody did"),
    fetchedAt: instant,
    receipt,
    flags: z.array(z.string().max(60)).describe("Warnings of the checks, such as `stated_received_differs`"),
    simulated: z.boolean(),
  })
  .strict();
export type QuoteObservation = z.infer<typeof quoteObservation>;

/** A reference-rate row as published: quote units per one base unit, unit multipliers divided out, never inverted. */
export const publishedRate = z
  .object({
    base: currencyCode,
    quote: currencyCode,
    value: positiveDecimalString,
    observedOn: day.describe("The publication day the source gives"),
    contributors: z.number().int().positive().describe("Institutions behind the figure; 1 for a central bank's own"),
  })
  .strict();
export type PublishedRate = z.infer<typeof publishedRate>;

export const rateObservation = publishedRate
  .extend({
    source: key,
    fetchedAt: instant,
    answerSha256: sha256,
    flags: z.array(z.string().max(60)),
    simulated: z.boolean(),
  })
  .strict();
export type RateObservation = z.infer<typeof rateObservation>;

/** How many characters of a source's words an issue holds. */
export const issueLengths = { subject: 200, detail: 2_000 } as const;

/** Something about a source that a person should know: an unknown code, an alias nobody knows, a broken expectation. */
export const sourceIssue = z
  .object({
    source: key,
    code: z.string().regex(/^[a-z_]{3,40}$/),
    subject: z
      .string()
      .max(issueLengths.subject)
      .describe("What it is about, such as the unknown code; one open issue per source, code and subject"),
    detail: z.string().max(issueLengths.detail),
  })
  .strict();
export type SourceIssue = z.infer<typeof sourceIssue>;

/** The code of the issue that a source has said nothing new for too long; raised and closed by the freshness audit alone. */
export const silentIssue = "silent";

/** The code of the issue that a source was asked as often as config allows in a day; its subject is that UTC day. */
export const dailyCapIssue = "daily_cap_reached";
