import { nonNegativeDecimalString, type Promotion, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, DomainError, SourceShapeError } from "@openremit/shared/domain";
import { z } from "zod";
import type { SourceAnswer } from "../adapter.ts";
import { methodCode } from "../method-codes.ts";
import { firstOf } from "../plain-text.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { eligibilityUnsaid } from "../unsaid.ts";

const payOutEntry = z.object({
  payoutMethod: methodCode,
  bestPricedSegmentName: z.string().regex(/^[\w-]{1,60}$/),
  hasDifferentiatedPricing: z.boolean(),
});
export type PayOutEntry = z.infer<typeof payOutEntry>;

/** Two entries for one way of paying out would be two prices of one offer. */
const segments = z.object({
  payoutMethodsAndPrices: z
    .array(payOutEntry)
    .refine((all) => new Set(all.map(({ payoutMethod }) => payoutMethod)).size === all.length, "a pay-out comes twice"),
});

/** The ways of paying out there are, and of each the partner with the best price. */
export function readSegments(answer: SourceAnswer | undefined): readonly PayOutEntry[] {
  if (answer === undefined) throw new DomainError("no answer to read");
  return readShape(segments, readJson(answer.body)).payoutMethodsAndPrices;
}

/** Both prices must be there: read without the campaign's, a promotional amount would pass for a standing one. */
const price = z.object({
  baseExchangeRate: positiveDecimalString,
  baseFeeAmount: nonNegativeDecimalString,
  baseSendAmount: positiveDecimalString,
  effectiveExchangeRate: positiveDecimalString,
  effectiveFeeAmount: nonNegativeDecimalString,
  payAmount: positiveDecimalString,
  receiveAmount: nonNegativeDecimalString,
  promosValue: nonNegativeDecimalString,
  sendBonusAmount: nonNegativeDecimalString,
  campaignsApplied: z.array(z.object({ description: z.string().nullish() })),
});
export type Price = z.infer<typeof price>;

/** A price; null where the amount is beyond the corridor's limit, which is a 400 with a code of its own. */
export function readPrice({ status, body }: SourceAnswer): Price | null {
  if (status !== 400) return readShape(price, readJson(body));
  if (body.includes("pricing-limit-violation")) return null;
  throw new SourceShapeError(`the request is refused as a bad one: ${body.slice(0, 300)}`);
}

/** What the campaigns change; null where the price is the standing one. */
export function promotionOf(read: Price): Promotion | null {
  const isBetter = (campaign: string, standing: string) => !new Decimal(campaign).eq(standing);
  const hasRate = isBetter(read.effectiveExchangeRate, read.baseExchangeRate);
  const hasFee = isBetter(read.effectiveFeeAmount, read.baseFeeAmount);
  const hasBonus = isBetter(read.promosValue, "0") || isBetter(read.sendBonusAmount, "0");
  if (!hasRate && !hasFee && !hasBonus) return null;
  const words = read.campaignsApplied.flatMap(({ description }) => description ?? []).join("; ");
  return {
    rate: hasRate ? read.effectiveExchangeRate : null,
    fee: read.effectiveFeeAmount,
    received: read.receiveAmount,
    upTo: null,
    eligibility: firstOf(words, 1000) || eligibilityUnsaid,
  };
}

/** Whether the sender pays amount and fee and nothing else: a charge beside them would be a fee that nobody shows. */
export function isExplained({ payAmount, baseSendAmount, effectiveFeeAmount }: Price): boolean {
  return new Decimal(baseSendAmount).plus(effectiveFeeAmount).eq(payAmount);
}
