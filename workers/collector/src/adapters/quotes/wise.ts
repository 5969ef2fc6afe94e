/**
 * Wise, quotes for guests: https://api.wise.com/v3/quotes, no credential.
 * Publishes: one price per pay-in × pay-out at one amount, as JSON numbers in major units; pay-out to bank accounts only.
 * Direction: `rate` is target per source, mid-market, the same for every option. The fee is INSIDE: targetAmount =
 * (sourceAmount − fee.total) × rate.
 * `fee.total` is what is left after `fee.discount` (3.04 − 2.27 = 0.77 in Wise's own reference), so the standing fee is
 * their sum and the discounted price is a promotion.
 * Quirks: `feePercentage` is a fraction; BALANCE is always disabled for guests; 422 means the route is not offered.
 * Seen: EUR→PHP 1000 recorded 2026-07-02, USD→PHP 100 recorded 2025-12-29.
 */
import { currencyCode, instant, nonNegativeDecimalString, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, decimalText, type PayIn, type PayOut } from "@openremit/shared/domain";
import { LosslessNumber, stringify } from "lossless-json";
import { z } from "zod";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SourceAnswer } from "../adapter.ts";
import { type ChosenOption, chooseOnePerPair, codeTable, methodCode } from "../method-codes.ts";
import { answerOf, questionOf, requireAmountEcho, requireEcho } from "../one-visit.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { speedBetween } from "../speed-bands.ts";
import { summable } from "../summable.ts";
import { eligibilityUnsaid, unsaid } from "../unsaid.ts";

/** MC before VISA: where recorded, the general DEBIT and CREDIT cost what MC_ costs, and VISA_ cost less. */
const payIns = codeTable<PayIn>([
  ["bank_transfer", ["BANK_TRANSFER", "DIRECT_DEBIT", "IDEAL"]],
  ["debit_card", ["DEBIT", "CARD", "MC_DEBIT_OR_PREPAID", "VISA_DEBIT_OR_PREPAID", "MAESTRO"]],
  ["credit_card", ["CREDIT", "MC_CREDIT", "VISA_CREDIT"]],
  ["wallet_pay", ["APPLE_PAY"]],
]);
const payOuts = codeTable<PayOut>([["bank_deposit", ["BANK_TRANSFER"]]]);

/** Not for a person sending from home: business cards, cards issued abroad, a balance at Wise. */
const ignoredPayIns = new Set([
  ...["VISA_BUSINESS_DEBIT", "VISA_BUSINESS_CREDIT", "MC_BUSINESS_DEBIT", "MC_BUSINESS_CREDIT"],
  ...["INTERNATIONAL_DEBIT", "INTERNATIONAL_CREDIT", "BALANCE"],
]);

const offeredOption = z
  .object({
    disabled: z.literal(false),
    payIn: methodCode,
    payOut: methodCode,
    allowedProfileTypes: z.array(z.string()).optional(),
    sourceAmount: positiveDecimalString,
    targetAmount: nonNegativeDecimalString,
    fee: z.object({ total: summable, discount: summable }),
    estimatedDelivery: instant.nullish(),
  })
  .transform(({ payIn, payOut, ...option }) => ({ ...option, payInCode: payIn, payOutCode: payOut }));

const guestQuote = z.object({
  rate: positiveDecimalString,
  createdTime: instant,
  sourceCurrency: currencyCode,
  targetCurrency: currencyCode,
  paymentOptions: z
    .array(z.discriminatedUnion("disabled", [z.object({ disabled: z.literal(true) }), offeredOption]))
    .min(1),
});
type GuestQuote = z.infer<typeof guestQuote>;
type OfferedOption = z.infer<typeof offeredOption>;

export const wise: QuoteAdapter = {
  key: "wise",
  version: "1",
  scope: "amount",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { corridor, amount } = questionOf(task);
    const body = stringify({
      sourceCurrency: corridor.sendCurrency,
      targetCurrency: corridor.receiveCurrency,
      sourceAmount: new LosslessNumber(amount),
      targetAmount: null,
      sourceCountry: corridor.sendCountry,
      targetCountry: corridor.receiveCountry,
    });
    const headers = { "content-type": "application/json", accept: "application/json" };
    return [
      { method: "POST", url: "https://api.wise.com/v3/quotes", headers, body: body ?? "", acceptStatuses: [422] },
    ];
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const { corridor, amount } = questionOf(task);
    const { status, body } = answerOf(answers);
    if (status === 422) return { quotes: [], setAside: [] };
    const quote = readShape(guestQuote, readJson(body));
    requireEcho([corridor.sendCurrency, corridor.receiveCurrency], [quote.sourceCurrency, quote.targetCurrency]);
    const options = quote.paymentOptions.filter((option) => option.disabled === false).filter(isForPersons);
    for (const { sourceAmount } of options) requireAmountEcho(amount, sourceAmount);
    const { chosen, setAside } = chooseOnePerPair(options, payIns, payOuts);
    return { quotes: chosen.map((choice) => ({ ...priceOf(choice, quote), corridor, amount })), setAside };
  },
};

function isForPersons({ payInCode, allowedProfileTypes }: OfferedOption): boolean {
  return !ignoredPayIns.has(payInCode) && (allowedProfileTypes?.includes("PERSONAL") ?? true);
}

function priceOf({ option, payIn, payOut }: ChosenOption<OfferedOption>, quote: GuestQuote) {
  const { fee, targetAmount, estimatedDelivery } = option;
  const discounted = new Decimal(fee.discount).gt(0);
  return {
    ...unsaid,
    provider: "wise",
    payIn,
    payOut,
    payInCode: option.payInCode,
    payOutCode: option.payOutCode,
    feePlacement: "inside",
    fee: discounted ? decimalText(new Decimal(fee.total).plus(fee.discount)) : fee.total,
    rate: quote.rate,
    received: discounted ? null : targetAmount,
    priceKind: "standing",
    promotion: discounted
      ? { rate: null, fee: fee.total, received: targetAmount, upTo: null, eligibility: eligibilityUnsaid }
      : null,
    speed: estimatedDelivery ? speedBetween(quote.createdTime, estimatedDelivery) : null,
    observedAt: quote.createdTime,
  } as const;
}
