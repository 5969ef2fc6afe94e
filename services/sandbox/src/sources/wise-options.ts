import { Decimal, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import type { Market } from "../model/market.ts";
import { type WiseFees, wiseFees } from "../model/wise-price.ts";
import { secondsText, wireNumber } from "../simulated-source.ts";

/** Ways of paying in, what each adds in per cent, and its product. BALANCE is disabled for guests. */
const payIns = [
  { code: "BANK_TRANSFER", extraPct: "0", product: "CHEAP" },
  { code: "APPLE_PAY", extraPct: "1.40", product: "JUST_FAST" },
  { code: "DEBIT", extraPct: "0.80", product: "JUST_FAST" },
  { code: "CREDIT", extraPct: "1.40", product: "JUST_FAST" },
  { code: "CARD", extraPct: "0.80", product: "JUST_FAST" },
  { code: "MAESTRO", extraPct: "0.80", product: "JUST_FAST" },
  { code: "MC_DEBIT_OR_PREPAID", extraPct: "0.80", product: "JUST_FAST" },
  { code: "VISA_DEBIT_OR_PREPAID", extraPct: "0.36", product: "JUST_FAST" },
  { code: "MC_CREDIT", extraPct: "1.40", product: "JUST_FAST" },
  { code: "VISA_CREDIT", extraPct: "1.07", product: "JUST_FAST" },
  { code: "VISA_BUSINESS_DEBIT", extraPct: "3.66", product: "JUST_FAST" },
  { code: "INTERNATIONAL_CREDIT", extraPct: "5.02", product: "JUST_FAST" },
  { code: "BALANCE", extraPct: "0", product: "BALANCE" },
] as const;
type PayIn = (typeof payIns)[number];

export interface WiseQuestion {
  readonly sourceCurrency: string;
  readonly targetCurrency: string;
  readonly amount: Decimal;
  readonly rate: Decimal;
}

export function wiseOptions(market: Market, question: WiseQuestion): readonly object[] {
  return payIns.map((payIn) => optionOf(market, question, payIn));
}

function optionOf(market: Market, question: WiseQuestion, payIn: PayIn): object {
  const { sourceCurrency, targetCurrency, amount, rate } = question;
  const fees = wiseFees(market, amount, [sourceCurrency, targetCurrency], payIn.extraPct);
  const arrives = new Date(market.at.getTime() + (payIn.product === "CHEAP" ? 17 : 2) * 3_600_000);
  return {
    formattedEstimatedDelivery: "by tomorrow",
    estimatedDeliveryDelays: [],
    allowedProfileTypes: ["PERSONAL", "BUSINESS"],
    payInProduct: payIn.product,
    feePercentage: wireNumber(fees.total.div(amount), 4),
    estimatedDelivery: secondsText(arrives),
    payIn: payIn.code,
    price: priceOf(question, fees),
    fee: {
      transferwise: wireNumber(fees.own, 2),
      payIn: wireNumber(fees.payIn, 2),
      discount: wireNumber(new Decimal(0), 0),
      total: wireNumber(fees.total, 2),
      priceSetId: 5146,
      partner: wireNumber(new Decimal(0), 0),
    },
    payOut: "BANK_TRANSFER",
    sourceAmount: wireNumber(amount, 2),
    targetAmount: wireNumber(amount.minus(fees.total).times(rate), minorUnits(targetCurrency)),
    sourceCurrency,
    targetCurrency,
    ...(payIn.code === "BALANCE" ? { disabled: true, disabledReason } : { disabled: false }),
  };
}

const disabledReason = {
  code: "error.payInmethod.disabled",
  message: "Please choose another payment method.",
  arguments: [],
};

/** The newer spelling of the same fees. */
function priceOf({ sourceCurrency, amount }: WiseQuestion, { own, payIn, total }: WiseFees): object {
  const part = (type: string, label: string, value: Decimal) => {
    const text = `${roundHalfUp(value, 2)} ${sourceCurrency}`;
    return { type, label, value: { amount: wireNumber(value, 2), currency: sourceCurrency, label: text } };
  };
  return {
    priceSetId: 5146,
    total: part("TOTAL", "Total fees", total),
    items: [part("PAYIN", "fee", payIn), part("TRANSFERWISE", "Our fee", own)],
    priceDecisionReferenceId: "00000000-0000-4000-8000-000000000000",
    calculatedOn: {
      unroundedAmountToConvert: { amount: wireNumber(amount.minus(total), 13), currency: sourceCurrency },
    },
  };
}
