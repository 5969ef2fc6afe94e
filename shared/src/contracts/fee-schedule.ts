import { z } from "zod";
import { nonNegativeDecimalString } from "./primitives.ts";

/**
 * A fee as a provider publishes it for every amount, in send currency. Percentages are per hundred: "1.5" is 1.5 %.
 * Tiers are lower-bound: a tier holds from `from` up to the next tier's `from`.
 */
export const feeRule = z
  .object({
    flat: nonNegativeDecimalString.describe("Flat part in send currency"),
    pct: nonNegativeDecimalString.describe("Part in per cent of the principal"),
    min: nonNegativeDecimalString.nullable().describe("Least fee, null where there is none"),
    max: nonNegativeDecimalString.nullable().describe("Cap on the fee, null where there is none"),
  })
  .strict();

export const feeSchedule = z
  .object({
    tiers: z
      .array(
        feeRule.extend({ from: nonNegativeDecimalString.describe("Least principal this tier holds for") }).strict(),
      )
      .min(1)
      .describe("Ascending by `from`; the first starts at 0"),
  })
  .strict()
  .meta({ id: "FeeSchedule" });
export type FeeScheduleText = z.infer<typeof feeSchedule>;
