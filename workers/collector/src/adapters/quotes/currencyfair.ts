/**
 * CurrencyFair, the calculator against one's bank: https://api.currencyfair.com/comparisonQuotes, no credential.
 * Publishes: one price per currency pair at one amount, the same for every country; the bank beside it is advertising and
 * not read. CurrencyFair moves money between bank accounts only; the answer does not speak of ways.
 * Direction: `rate` is target per source and plain decimal (its `scale` is what the page prints). `amountInfo` is whole
 * units of 10^-scale. The fee is INSIDE and in TARGET minor units: amountInfo = amount × rate − transferFee. So it is kept
 * as a fee at pay-out, and nothing is charged beside the amount. A flat fee this small is uncommon: take it as indicative.
 * Promotion: `isFTTSmartRate` is false where recorded; it is read as the rate of a first transfer, which nobody has proved,
 * and such a rate is never a standing one.
 * Quirks: what is answered for a pair not offered is not known. No delivery time.
 * Seen: EUR→PHP 1000 recorded in the first days of July 2026; the same rate and fee were seen at 100 and at 5000.
 */
import { currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, decimalText, minorUnits } from "@openremit/shared/domain";
import { LosslessNumber, stringify } from "lossless-json";
import { z } from "zod";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SourceAnswer } from "../adapter.ts";
import { answerOf, questionOf, requireAmountEcho, requireEcho } from "../one-visit.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { eligibilityUnsaid, unsaid } from "../unsaid.ts";

const whole = z.string().regex(/^\d{1,18}$/, "a whole number");
const scaledAmount = z.object({
  amount: whole,
  scale: z.string().regex(/^\d$/, "a number of decimals"),
});

const comparisonQuote = z.object({
  currencyFrom: currencyCode,
  currencyTo: currencyCode,
  type: z.literal("SELL"),
  amountInfo: scaledAmount,
  currencyFair: z.object({
    transferFee: whole,
    rateInfo: z.object({ rate: positiveDecimalString }),
    amountInfo: scaledAmount,
  }),
  smartRates: z.object({ isFTTSmartRate: z.boolean() }),
  statusMessage: z.null(),
});
type ComparisonQuote = z.infer<typeof comparisonQuote>;

export const currencyfair: QuoteAdapter = {
  key: "currencyfair",
  version: "1",
  scope: "amount",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { corridor, amount } = questionOf(task);
    const scale = minorUnits(corridor.sendCurrency);
    const units = decimalText(new Decimal(amount).times(new Decimal(10).pow(scale)));
    const body = stringify({
      currencyFrom: corridor.sendCurrency,
      currencyTo: corridor.receiveCurrency,
      amountInfo: { amount: new LosslessNumber(units), scale },
    });
    const headers = { "content-type": "application/json", accept: "application/json" };
    return [{ method: "POST", url: "https://api.currencyfair.com/comparisonQuotes", headers, body: body ?? "" }];
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const { corridor, amount } = questionOf(task);
    const quote = readShape(comparisonQuote, readJson(answerOf(answers).body));
    requireEcho([corridor.sendCurrency, corridor.receiveCurrency], [quote.currencyFrom, quote.currencyTo]);
    requireAmountEcho(amount, plain(quote.amountInfo));
    const price = priceOf(quote);
    if (price === null) {
      const { transferFee, rateInfo, amountInfo } = quote.currencyFair;
      const detail = `${amount} at ${rateInfo.rate} less ${transferFee} minor units is not ${plain(amountInfo)}`;
      return { quotes: [], setAside: [{ code: "unexplained_amount", subject: quote.currencyTo, detail }] };
    }
    const ways = { payIn: "bank_transfer", payOut: "bank_deposit", payInCode: null, payOutCode: null } as const;
    return {
      quotes: [{ ...unsaid, provider: "currencyfair", corridor, amount, ...ways, feePlacement: "inside", ...price }],
      setAside: [],
    };
  },
};

/** Null where amount, rate and fee do not add up to what is said to arrive: then the fee is in some other unit. */
function priceOf({ currencyFair, amountInfo, smartRates }: ComparisonQuote) {
  const { rate } = currencyFair.rateInfo;
  const received = plain(currencyFair.amountInfo);
  const payOutFee = plain({ amount: currencyFair.transferFee, scale: currencyFair.amountInfo.scale });
  const expected = new Decimal(plain(amountInfo)).times(rate).minus(payOutFee);
  const smallest = new Decimal(10).pow(`-${currencyFair.amountInfo.scale}`);
  if (expected.minus(received).abs().gt(smallest)) return null;
  if (!smartRates.isFTTSmartRate) {
    return { fee: "0", rate, payOutFee, received, priceKind: "standing", promotion: null } as const;
  }
  const promotion = { rate, fee: "0", received, upTo: null, eligibility: eligibilityUnsaid };
  return { fee: null, rate: null, payOutFee: null, received: null, priceKind: "promotion", promotion } as const;
}

function plain({ amount, scale }: z.infer<typeof scaledAmount>): string {
  return decimalText(new Decimal(amount).times(new Decimal(10).pow(`-${scale}`)));
}
