import { z } from "zod";
import { corridorRef } from "../observation.ts";
import { currencyCode, day } from "../primitives.ts";
import { moneyText, named, pctText, simulated, warnings } from "./common.ts";
import { amountText } from "./offers-query.ts";

export const historyBuckets = ["day", "week", "month"] as const;

export const historyQuery = z
  .object({
    since: day.optional().describe("First day; default 30 days before `until`"),
    until: day.optional().describe("Last day, included; default today"),
    bucket: z.enum(historyBuckets).default("day"),
    pay: amountText.optional().describe("A sampled amount; default the one nearest 200"),
    sendCurrency: currencyCode.optional(),
    receiveCurrency: currencyCode.optional(),
  })
  .strict();

export const historyBucket = z
  .object({
    from: day.describe("First day of the bucket; weeks start on Monday"),
    to: day.describe("Last day of the bucket"),
    meanCostPct: pctText
      .nullable()
      .describe("Mean effective cost (METHOD 2) of the standing offers; null without a reference rate"),
    medianCostPct: pctText.nullable(),
    cheapestCostPct: pctText.nullable(),
    cheapestProvider: named.nullable(),
    offers: z
      .number()
      .int()
      .describe(
        "Offer-days behind the figures: each offer counts once a day on which it was seen, at its last price; one of a tariff document on the day somebody read it",
      ),
    providers: z.number().int(),
    sources: z.number().int(),
    withoutReference: z
      .number()
      .int()
      .describe(
        "Offer-days left out because their day has no usable reference rate, or one that its own offers show not to be what people get (METHOD 4)",
      ),
  })
  .meta({ id: "HistoryBucket" });
export type HistoryBucket = z.infer<typeof historyBucket>;

export const historyAnswer = z
  .object({
    corridor: corridorRef,
    question: z.object({ pay: moneyText, since: day, until: day, bucket: z.enum(historyBuckets) }),
    simulated,
    buckets: z.array(historyBucket).describe("Ascending; a bucket without a single price is left out"),
    warnings,
  })
  .meta({ id: "HistoryAnswer" });
export type HistoryAnswer = z.infer<typeof historyAnswer>;
