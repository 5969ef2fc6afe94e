import { z } from "zod";
import { payOuts, receiverBases, receiverConditions, receiverLineKinds } from "../domain/vocabulary.ts";
import { feeSchedule } from "./fee-schedule.ts";
import { countryCode, currencyCode, day, key, nonNegativeDecimalString, positiveDecimalString } from "./primitives.ts";

export const receiverSource = z
  .object({
    title: z.string().min(3).describe("What the page is, and whose"),
    url: z.url().describe("The page that was read"),
    checkedOn: day.describe("Day of the page that was read; where it bears none, the earliest day its text can be of"),
  })
  .strict()
  .meta({ id: "ReceiverSource" });

/** One line on the receiver's side, with when it holds and who says so. */
export const receiverLineConfig = z
  .object({
    id: key.describe("Unique among all countries, such as ke-m-pesa-withdrawal"),
    kind: z.enum(receiverLineKinds),
    payOuts: z.array(z.enum(payOuts)).min(1).describe("Ways of being paid it concerns"),
    provider: key.nullable().describe("The only provider it concerns; null: whoever sends"),
    operator: z.string().min(2).nullable().describe("Who charges it, as people know it, such as M-PESA"),
    currency: currencyCode,
    schedule: feeSchedule
      .nullable()
      .describe("By the amount received, in `currency`; null where the fact is known and the figure is not"),
    band: z
      .object({ min: nonNegativeDecimalString, max: positiveDecimalString })
      .strict()
      .nullable()
      .describe("Amounts received the schedule speaks of; null: every amount"),
    when: z.enum(receiverConditions).describe("In which case it is met"),
    note: z.string().min(3).max(300).nullable().describe("More about the case, in English sentences; null: nothing"),
    since: day.describe("First day in force, or where that is not known the first day it is known to be"),
    until: day.nullable().describe("Last day in force; null: no end known"),
    basis: z.enum(receiverBases),
    source: receiverSource,
  })
  .strict();
export type ReceiverLineConfig = z.infer<typeof receiverLineConfig>;

/** `config/receiver/<country>.json`: what the receiver pays or is given in a country after the money has arrived. */
export const receiverConfig = z
  .object({
    $schema: z.string().optional(),
    country: countryCode,
    lines: z.array(receiverLineConfig).min(1),
  })
  .strict();
export type ReceiverConfig = z.infer<typeof receiverConfig>;
