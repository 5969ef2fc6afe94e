import { currencyCode, nonNegativeDecimalString, positiveDecimalString } from "@openremit/shared/contracts";
import { z } from "zod";
import { methodCode } from "../method-codes.ts";
import { summable } from "../summable.ts";

/** Promotion fields must be there, if only as null: read without them, a promotional amount would pass for a standing one. */
const estimate = z
  .object({
    conduit: z.object({
      source_country: z.string(),
      source_currency: z.object({ alpha3: currencyCode }),
      target_country: z.string(),
      target_currency: z.object({ alpha3: currencyCode }),
    }),
    exchange_rate: z.object({
      base_rate: positiveDecimalString,
      promotional_exchange_rate: positiveDecimalString.nullable(),
      capped_promotional_exchange_rate_amount: nonNegativeDecimalString.nullable(),
    }),
    fee: z.object({ total_fee_amount: summable }),
    discount: z.object({
      fee_discount_amount: summable,
      send_discount_amount: nonNegativeDecimalString,
    }),
    pay_in_method: methodCode,
    pay_out_method: methodCode,
    send_amount: positiveDecimalString,
    receive_amount: nonNegativeDecimalString,
    total_charge_amount: nonNegativeDecimalString,
  })
  .transform((option) => ({ ...option, payInCode: option.pay_in_method, payOutCode: option.pay_out_method }));
export type Estimate = z.infer<typeof estimate>;

/** The raw answer of Remitly's estimate, the part in scope. */
export const remitlyAnswer = z.object({
  estimate,
  pay_out_price_estimates: z.object({ estimates: z.array(estimate) }).nullable(),
  disclaimer: z.object({ primary: z.string().nullable() }).nullish(),
});
