/**
 * Remitly, public price estimate: https://api.remitly.io/v3/calculator/estimate, no credential, 429 when asked too often.
 * Publishes: the price of one pay-in per pay-out method at one amount, as decimal strings: the suggested pay-out in
 * `estimate`, the others in `pay_out_price_estimates` (null where there are none).
 * Direction: rates are target per source. The fee is ON TOP: total_charge = send + total_fee − fee_discount.
 * Standing price: `base_rate` and `total_fee_amount`. `receive_amount` is at the PROMOTIONAL rate of a new customer's first
 * transfer, which holds up to `capped_promotional_exchange_rate_amount`; so it is no standing amount where there is one.
 * Quirks: countries as ISO alpha-3; `pay_out_method` can be an empty string; the disclaimer is markdown and may be absent.
 * No delivery time.
 * Seen: ES→PH EUR 1000 recorded 2026-07-02, US→MX and GB→IN recorded 2025-12.
 */
import { type Corridor, Decimal, type PayIn, type PayOut } from "@openremit/shared/domain";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SetAside, SourceAnswer } from "../adapter.ts";
import { alpha3Of } from "../country-alpha3.ts";
import { type ChosenOption, chooseOnePerPair, codeTable } from "../method-codes.ts";
import { answerOf, questionOf, requireAmountEcho, requireEcho } from "../one-visit.ts";
import { plainText } from "../plain-text.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { eligibilityUnsaid, unsaid } from "../unsaid.ts";
import { type Estimate, remitlyAnswer } from "./remitly-answer.ts";
import { promotionOf } from "./remitly-promotion.ts";

const payIns = codeTable<PayIn>([
  ["bank_transfer", ["BANK", "OPEN_BANKING", "INTERAC", "PAYTO"]],
  ["debit_card", ["DEBIT"]],
  ["credit_card", ["CREDIT"]],
  ["wallet_pay", ["APPLE_PAY", "GOOGLE_PAY"]],
  ["cash", ["CASH"]],
]);
const payOuts = codeTable<PayOut>([
  ["bank_deposit", ["BANK_DEPOSIT", "UPI"]],
  ["cash_pickup", ["CASH_PICKUP"]],
  ["mobile_wallet", ["MOBILE_WALLET", "DIRECT_TO_PHONE"]],
  ["card", ["PUSH_TO_CARD"]],
  ["home_delivery", ["HOME_DELIVERY"]],
]);

export const remitly: QuoteAdapter = {
  key: "remitly",
  version: "1",
  scope: "amount",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { corridor, amount } = questionOf(task);
    const query = new URLSearchParams({
      conduit: conduitOf(corridor),
      anchor: "SEND",
      amount,
      purpose: "OTHER",
      customer_segment: "UNRECOGNIZED",
      strict_promo: "false",
    });
    const url = `https://api.remitly.io/v3/calculator/estimate?${query}`;
    return [{ method: "GET", url, headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const { corridor, amount } = questionOf(task);
    const answer = readShape(remitlyAnswer, readJson(answerOf(answers).body));
    const options = [answer.estimate, ...(answer.pay_out_price_estimates?.estimates ?? [])];
    for (const { conduit, send_amount } of options) {
      const { source_country, source_currency, target_country, target_currency } = conduit;
      const echoed = `${source_country}:${source_currency.alpha3}-${target_country}:${target_currency.alpha3}`;
      requireEcho([conduitOf(corridor)], [echoed]);
      requireAmountEcho(amount, send_amount);
    }
    const { chosen, setAside } = chooseOnePerPair(options.filter(isExplained), payIns, payOuts);
    const eligibility = plainText(answer.disclaimer?.primary ?? eligibilityUnsaid);
    return {
      quotes: chosen.map((choice) => ({ ...priceOf(choice, eligibility), corridor, amount })),
      setAside: [...setAside, ...options.filter((option) => !isExplained(option)).map(unexplained)],
    };
  },
};

function conduitOf({ sendCountry, sendCurrency, receiveCountry, receiveCurrency }: Corridor): string {
  return `${alpha3Of(sendCountry)}:${sendCurrency}-${alpha3Of(receiveCountry)}:${receiveCurrency}`;
}

function priceOf({ option, payIn, payOut }: ChosenOption<Estimate>, eligibility: string) {
  const promotion = promotionOf(option, eligibility);
  return {
    ...unsaid,
    provider: "remitly",
    payIn,
    payOut,
    payInCode: option.payInCode,
    payOutCode: option.payOutCode,
    feePlacement: "on_top",
    fee: option.fee.total_fee_amount,
    rate: option.exchange_rate.base_rate,
    received: promotion === null ? option.receive_amount : null,
    priceKind: "standing",
    promotion,
  } as const;
}

/** Whether the charge is made of the parts read here: a tax beside them would be a fee that nobody shows. */
function isExplained({ send_amount, fee, discount, total_charge_amount }: Estimate): boolean {
  const known = new Decimal(send_amount).plus(fee.total_fee_amount).minus(discount.fee_discount_amount);
  const isWhole = known.eq(total_charge_amount) || known.minus(discount.send_discount_amount).eq(total_charge_amount);
  return isWhole && new Decimal(fee.total_fee_amount).gte(discount.fee_discount_amount);
}

function unexplained({ payInCode, payOutCode, total_charge_amount }: Estimate): SetAside {
  const detail = `the charge of ${total_charge_amount} is more than amount, fee and discount`;
  return { code: "unexplained_charge", subject: `${payInCode}/${payOutCode}`, detail };
}
