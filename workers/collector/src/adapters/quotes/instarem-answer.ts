import { currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { z } from "zod";
import type { SourceAnswer } from "../adapter.ts";
import { methodCode } from "../method-codes.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { summable } from "../summable.ts";

const method = z.object({ key: z.string().regex(/^\d{1,9}$/, "a number"), text: methodCode });
/** A way of paying in: its number at the source, and its words. */
export type Method = z.infer<typeof method>;

/** The regular fields must be there: without them a first transfer's price would pass for a standing one. */
const computed = z.object({
  country_code: z.string(),
  source_currency: currencyCode,
  destination_currency: currencyCode,
  gross_source_amount: positiveDecimalString,
  net_of_fee_amount: summable,
  destination_amount: summable,
  instarem_fx_rate: positiveDecimalString,
  regular_instarem_fx_rate: positiveDecimalString,
  transaction_fee_amount: summable,
  regular_transaction_fee_amount: summable,
  payment_method_fee_amount: summable,
  regular_payment_method_fee_amount: summable,
  payout_method_fee_amount: summable,
  regular_payout_method_fee_amount: summable,
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
