import { nonNegativeDecimalString, positiveDecimalString } from "@openremit/shared/contracts";
import { z } from "zod";
import type { SourceAnswer } from "../adapter.ts";
import { methodCode } from "../method-codes.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";

/** The promotion must be there, if only as null: without it the displayed rate would pass for a standing one. */
const country = z.object({
  code: z.string(),
  paySystems: z.array(methodCode),
  promoForPayment: z.object({ type: z.string().max(200) }).nullable(),
});

const silence = z.literal("").nullish();

const pageModel = z.object({
  commission: z.object({
    convertRate: positiveDecimalString,
    fee: nonNegativeDecimalString,
    from: positiveDecimalString,
    to: nonNegativeDecimalString,
  }),
  paymentForm: z.object({
    currencyRateText: z
      .string()
      .transform((text) => [...text.matchAll(/\b[A-Z]{3}\b/g)].map(([code]) => code))
      .refine((codes) => codes.length === 2, "two currencies"),
  }),
  countryFrom: z.array(country),
  countryTo: z.array(country),
  error: silence,
  errorMessage: silence,
  message: silence,
});
export type PageModel = z.infer<typeof pageModel>;

/** The part of a page's model that is in scope. Throws SourceShapeError where it carries an error instead. */
export function readPage({ body }: SourceAnswer): PageModel {
  return readShape(pageModel, readJson(body));
}
