import { z } from "zod";
import { nonNegativeDecimalString } from "./primitives.ts";

/**
 * A fee as it is published for every amount, in the amount's own currency: what is sent for a provider's price, what is
 * received for a line on the receiver's side. Percentages are per hundred: "1.5" is 1.5 %.
 * Tiers are lower-bound: a tier holds from `from` up to the next tier's `from`.
 */
export const feeRule = z
  .object({
    flat: nonNegativeDecimalString.describe("Flat part, in the currency of the amount"),
    pct: nonNegativeDecimalString.describe("Part in per cent of the amount"),
    min: nonNegativeDecimalString.nullable().describe("Least fee, null where there is none"),
    max: nonNegativeDecimalString.nullable().describe("Cap on the fee, null where there is none"),
  })
  .strict();

export const feeSchedule = z
  .object({
    tiers: z
      .array(feeRule.extend({ from: nonNegativeDecimalString.describe("Least amount this tier holds for") }).strict())
      .min(1)
      .describe("Ascending by `from`; the first starts at 0"),
  })
  .strict()
  .meta({ id: "FeeSchedule" });
export type FeeScheduleText = z.infer<typeof feeSchedule>;
