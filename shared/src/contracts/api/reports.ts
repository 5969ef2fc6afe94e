import { z } from "zod";
import { day, instant } from "../primitives.ts";
import { amountText } from "./offers-query.ts";
import { receiptParams } from "./receipts.ts";

/** Where somebody met another price than ours. */
export const reportPlaces = ["online", "app", "counter"] as const;
export type ReportPlace = (typeof reportPlaces)[number];

/** A few sentences. */
export const longestReport = 500;

const address = /:\/\/|\bwww\.|<a\s|\[url/i;
export const feeText = z.union([amountText, z.string().regex(/^0(\.0{1,8})?$/)], {
  error: 'an amount such as "0" or "4.90"',
});

export const newReport = z
  .object({
    quoteId: receiptParams.shape.quoteId.describe("The price in question"),
    amount: amountText.optional().describe("Seen: total to pay, send currency").meta({ example: "200" }),
    fee: feeText.optional().describe("Seen: fee, send currency").meta({ example: "4.90" }),
    rate: amountText.optional().describe("Seen: receive units per one send unit").meta({ example: "10.55" }),
    received: amountText.optional().describe("Seen: what arrives, receive currency").meta({ example: "2058.30" }),
    where: z.enum(reportPlaces).describe("Where it was seen"),
    seenOn: day.describe("The day it was seen"),
    text: z
      .string()
      .trim()
      .max(longestReport, `at most ${longestReport} characters`)
      .refine((words) => !address.test(words), "without web addresses")
      .optional()
      .describe("In the reporter's own words. No names, no way to reach anybody"),
    language: z
      .string()
      .regex(/^[a-z]{2}$/, "a language code such as fr")
      .optional()
      .describe("Of `text`"),
  })
  .strict()
  .refine(({ amount, fee, rate, received, text = "" }) => [amount, fee, rate, received].some(Boolean) || text !== "", {
    error: "at least one figure, or some words",
    path: ["text"],
  })
  .meta({ id: "NewReport" });
export type NewReport = z.infer<typeof newReport>;

export const reportAnswer = z
  .object({
    reportId: z.uuid().describe("The same report sent twice on one day has one id"),
    receivedAt: instant,
  })
  .meta({ id: "ReportAnswer" });
export type ReportAnswer = z.infer<typeof reportAnswer>;
