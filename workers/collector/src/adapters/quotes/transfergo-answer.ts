import { currencyCode, nonNegativeDecimalString, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, minorUnits } from "@openremit/shared/domain";
import { z } from "zod";
import { methodCode } from "../method-codes.ts";

/** Read first: what is not available carries a reason and need not carry a price. */
export const offeredOptions = z.object({
  options: z.array(z.looseObject({ availability: z.object({ isAvailable: z.boolean() }) })).min(1),
});

const amountOf = (value: typeof positiveDecimalString) => z.object({ value, currency: currencyCode });

/** Promotion fields must be there: read without them, a promotional rate would pass for a standing one. */
export const pricedOption = z
  .object({
    corridor: z.object({ fromCountry: z.string(), toCountry: z.string() }).nullish(),
    promotion: z.object({ isApplied: z.boolean(), isFxDiscountApplied: z.boolean() }),
    visibility: z.object({
      estimateLabel: z.string().max(100).nullish(),
      warningMessages: z
        .array(z.object({ extra: z.object({ capAmount: amountOf(positiveDecimalString).nullish() }).nullish() }))
        .nullish(),
    }),
    fee: z.object({
      value: nonNegativeDecimalString,
      valueBeforeDiscount: nonNegativeDecimalString,
      currency: currencyCode,
    }),
    rate: z.object({ value: positiveDecimalString, fromCurrency: currencyCode, toCurrency: currencyCode }),
    sendingAmount: amountOf(positiveDecimalString),
    receivingAmount: amountOf(nonNegativeDecimalString),
    payIn: z.object({ code: methodCode }),
    payOut: z.object({ code: methodCode }),
  })
  .transform((option) => ({ ...option, payInCode: option.payIn.code, payOutCode: option.payOut.code }));
export type PricedOption = z.infer<typeof pricedOption>;

/** Whether the whole amount is converted, but for what rounding hides: only then the fee is on top. */
export function isExplained({ rate, sendingAmount, receivingAmount }: PricedOption): boolean {
  const lastDigit = new Decimal(10).pow(-(rate.value.split(".")[1]?.length ?? 0));
  const smallest = new Decimal(10).pow(-minorUnits(receivingAmount.currency));
  const tolerance = lastDigit.div(2).times(sendingAmount.value).plus(smallest);
  return new Decimal(sendingAmount.value).times(rate.value).minus(receivingAmount.value).abs().lte(tolerance);
}
