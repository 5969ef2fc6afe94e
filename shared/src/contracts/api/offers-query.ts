import { z } from "zod";
import { payIns, payOuts } from "../../domain/vocabulary.ts";
import { corridorId, currencyCode } from "../primitives.ts";

const amountWords = 'a plain amount such as "200" or "199.50": digits and at most one point';
const lengthWords = "at most 13 digits before the point and 8 after it";

/** Digits as somebody types them: no sign, no exponent, no thousands separator, no leading zero. */
export const amountText = z
  .string()
  .regex(/^(0|[1-9]\d{0,12})(\.\d{1,8})?$/, {
    error: ({ input }) => (/^(0|[1-9]\d*)(\.\d+)?$/.test(String(input)) ? lengthWords : amountWords),
  })
  .refine((text) => /[1-9]/.test(text), "greater than zero");

const listOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(values, { error: `one or more of ${values.join(", ")}, separated by commas` })).min(1))
    .transform((list) => [...new Set(list)].sort());

/** UTC with Z. A moment, not a day: prices move within a day. */
const momentText = z.iso
  .datetime("a moment in UTC such as 2026-07-02T12:00:00Z")
  .refine((text) => !text.startsWith("0"), "a year from 1000 on")
  .describe("UTC time, ISO 8601 with Z");

export const corridorParams = z.object({
  id: corridorId.meta({ example: "be-ma" }),
});

const currencies = {
  sendCurrency: currencyCode.optional().describe("Default: the corridor's own"),
  receiveCurrency: currencyCode.optional().describe("Default: the first pay-out currency of the corridor"),
};

export const offersQuery = z
  .object({
    pay: amountText
      .optional()
      .describe("Budget: total the sender pays, fees included, send currency")
      .meta({ example: "200" }),
    receive: amountText.optional().describe("Mirror question: the recipient gets exactly this, receive currency"),
    ...currencies,
    payIn: listOf(payIns)
      .optional()
      .describe(`Ways of paying in, separated by commas: ${payIns.join(", ")}`),
    payOut: listOf(payOuts)
      .optional()
      .describe(`Ways of being paid, separated by commas: ${payOuts.join(", ")}`),
    maxDays: z
      .string()
      .regex(/^([012]?\d|30)$/, "a whole number of days from 0 to 30")
      .transform((text) => Number.parseInt(text, 10))
      .optional()
      .describe("Slowest acceptable delivery in days; offers of unknown speed are left out"),
    at: momentText
      .optional()
      .describe("The ranking as it stood then, from history")
      .meta({ example: "2026-07-02T13:00:00Z" }),
  })
  .strict()
  .refine((query) => (query.pay === undefined) !== (query.receive === undefined), {
    error: "exactly one of pay and receive is needed",
    path: ["pay"],
  });
export type OffersQuery = z.infer<typeof offersQuery>;

export const corridorQuery = z.object(currencies).strict();
