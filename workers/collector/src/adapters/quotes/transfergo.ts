/**
 * TransferGo, quotes for guests: https://my.transfergo.com/api/booking/quotes, no credential.
 * Publishes: one price per pay-in × pay-out at one amount, as decimal strings, with a label of the delivery time.
 * Direction: `rate` is receive per send unit. The fee is taken to be ON TOP: receivingAmount = sendingAmount × rate in both
 * recordings, where the fee was 0. An answer that does not come out so is set aside, not read.
 * Standing price: a guest mostly sees a first transfer's rate (`isFxDiscountApplied`) and the standing one is not said:
 * such a price is a promotion and nothing else. `valueBeforeDiscount` is the standing fee.
 * Quirks: `card` is any card, and is read as the debit card it includes; a cap on the promotion hides in warningMessages;
 * each option carries a `bookingToken`, a key to a booking, which is not kept; `corridor` may be absent.
 * Seen: ES→PH EUR 1000 recorded 2026-07-02, MD→UA EUR 500 (standing) recorded 2025-12.
 */
import type { Promotion } from "@openremit/shared/contracts";
import { type Corridor, Decimal, type PayIn, type PayOut, type Speed } from "@openremit/shared/domain";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SetAside, SourceAnswer } from "../adapter.ts";
import { type ChosenOption, chooseOnePerPair, codeTable } from "../method-codes.ts";
import { answerOf, questionOf, requireAmountEcho, requireEcho } from "../one-visit.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { eligibilityUnsaid, unsaid } from "../unsaid.ts";
import { isExplained, offeredOptions, type PricedOption, pricedOption } from "./transfergo-answer.ts";

const payIns = codeTable<PayIn>([
  ["bank_transfer", ["bank", "openBanking", "tink"]],
  ["debit_card", ["card"]],
  ["wallet_pay", ["applePay"]],
]);
const payOuts = codeTable<PayOut>([
  ["bank_deposit", ["bankAccount", "accountIdentifier", "iban", "ngLocalAccountNgn", "swift"]],
  ["cash_pickup", ["cash"]],
  ["mobile_wallet", ["wallet", "phWallet"]],
  ["card", ["card"]],
]);
const speeds: ReadonlyMap<string, Speed> = new Map([
  ["instant", "less_than_one_hour"],
  ["in_one_hour", "less_than_one_hour"],
  ["should_arrive_in_one_hour", "less_than_one_hour"],
  ["in_one_business_day", "next_day"],
]);

export const transfergo: QuoteAdapter = {
  key: "transfergo",
  version: "1",
  scope: "amount",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { corridor, amount } = questionOf(task);
    const query = new URLSearchParams({
      fromCurrencyCode: corridor.sendCurrency,
      toCurrencyCode: corridor.receiveCurrency,
      fromCountryCode: corridor.sendCountry,
      toCountryCode: corridor.receiveCountry,
      amount,
      calculationBase: "sendAmount",
      business: "0",
    });
    const url = `https://my.transfergo.com/api/booking/quotes?${query}`;
    return [{ method: "GET", url, headers: { accept: "application/json" }, secretFields: ["bookingToken"] }];
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const { corridor, amount } = questionOf(task);
    const { options } = readShape(offeredOptions, readJson(answerOf(answers).body));
    const priced = options
      .filter(({ availability }) => availability.isAvailable)
      .map((option) => readShape(pricedOption, option));
    for (const option of priced) requireQuestion(option, corridor, amount);
    const { chosen, setAside } = chooseOnePerPair(priced.filter(isExplained), payIns, payOuts);
    return {
      quotes: chosen.map((choice) => ({ ...priceOf(choice), corridor, amount })),
      setAside: [
        ...setAside,
        ...priced.filter((option) => !isExplained(option)).map(unexplained),
        ...chosen.flatMap(({ option }) => unknownSpeed(option)),
      ],
    };
  },
};

function requireQuestion(option: PricedOption, corridor: Corridor, amount: string): void {
  const { fee, rate, sendingAmount, receivingAmount } = option;
  const { sendCountry, sendCurrency, receiveCountry, receiveCurrency } = corridor;
  if (option.corridor) {
    requireEcho([sendCountry, receiveCountry], [option.corridor.fromCountry, option.corridor.toCountry]);
  }
  requireEcho(
    [sendCurrency, sendCurrency, sendCurrency, receiveCurrency, receiveCurrency],
    [fee.currency, rate.fromCurrency, sendingAmount.currency, rate.toCurrency, receivingAmount.currency],
  );
  requireAmountEcho(amount, sendingAmount.value);
}

function unexplained({ payInCode, payOutCode, rate, receivingAmount }: PricedOption): SetAside {
  const detail = `${receivingAmount.value} is not the amount at ${rate.value}: a fee may be inside`;
  return { code: "unexplained_amount", subject: `${payInCode}/${payOutCode}`, detail };
}

function priceOf({ option, payIn, payOut }: ChosenOption<PricedOption>) {
  const { fee, rate, promotion: shown } = option;
  const hasFeeDiscount = !new Decimal(fee.value).eq(fee.valueBeforeDiscount);
  const isStanding = !shown.isFxDiscountApplied && (!shown.isApplied || hasFeeDiscount);
  const price = isStanding
    ? { fee: fee.valueBeforeDiscount, rate: rate.value, received: option.receivingAmount.value }
    : { fee: null, rate: null, received: null };
  return {
    ...unsaid,
    ...price,
    provider: "transfergo",
    payIn,
    payOut,
    payInCode: option.payInCode,
    payOutCode: option.payOutCode,
    feePlacement: "on_top",
    priceKind: isStanding ? "standing" : "promotion",
    promotion: isStanding && !hasFeeDiscount ? null : promotionOf(option, isStanding),
    speed: speeds.get(option.visibility.estimateLabel ?? "") ?? null,
  } as const;
}

function promotionOf({ fee, rate, receivingAmount, visibility }: PricedOption, isFeeOnly: boolean): Promotion {
  const cap = visibility.warningMessages?.flatMap(({ extra }) => extra?.capAmount?.value ?? [])[0];
  return {
    rate: isFeeOnly ? null : rate.value,
    fee: fee.value,
    received: receivingAmount.value,
    upTo: cap ?? null,
    eligibility: eligibilityUnsaid,
  };
}

function unknownSpeed({ visibility: { estimateLabel } }: PricedOption): readonly SetAside[] {
  if (!estimateLabel || speeds.has(estimateLabel)) return [];
  const detail = "no delivery time is read from this label; the prices stay";
  return [{ code: "unknown_speed", subject: estimateLabel, detail }];
}
