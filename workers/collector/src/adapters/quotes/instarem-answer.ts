import { currencyCode, nonNegativeDecimalString, positiveDecimalString } from "@openremit/shared/contracts";
import { z } from "zod";
import type { SourceAnswer } from "../adapter.ts";
import { methodCode } from "../method-codes.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";

const method = z.object({ key: z.string().regex(/^\d{1,9}$/, "a number"), text: methodCode });
/** A way of paying in: its number at the source, and its words. */
export type Method = z.infer<typeof method>;

/** Short enough for sums of it to keep every digit. */
const money = nonNegativeDecimalString.max(20);

/** The regular fields must be there: without them a first transfer's price would pass for a standing one. */
const computed = z.object({
  country_code: z.string(),
  source_currency: currencyCode,
  destination_currency: currencyCode,
  gross_source_amount: positiveDecimalString,
  net_of_fee_amount: money,
  destination_amount: money,
  instarem_fx_rate: positiveDecimalString,
  regular_instarem_fx_rate: positiveDecimalString,
  transaction_fee_amount: money,
  regular_transaction_fee_amount: money,
  payment_method_fee_amount: money,
  regular_payment_method_fee_amount: money,
  payout_method_fee_amount: money,
  regular_payout_method_fee_amount: money,
  net_tax_amount: z.string().max(60),
  first_instarem_transaction: z.boolean(),
  source_validation: z.string().nullable(),
  destination_validation: z.string().nullable(),
});
export type Computed = z.infer<typeof computed>;

/** The ways of paying in that are offered; none where the source does not send there. */
export function readMethods({ body }: SourceAnswer): readonly Method[] {
  return readShape(z.object({ data: z.array(method) }), readJson(body)).data;
}

export function readComputed({ body }: SourceAnswer): Computed {
  return readShape(z.object({ data: computed }), readJson(body)).data;
}
