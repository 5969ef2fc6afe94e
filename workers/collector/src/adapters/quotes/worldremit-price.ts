import type { PublishedQuote } from "@openremit/shared/contracts";
import { Decimal, decimalText, type PayIn, type PayOut, type Speed } from "@openremit/shared/domain";
import { type ChosenOption, codeTable } from "../method-codes.ts";
import { speedOfDays } from "../speed-bands.ts";
import { eligibilityUnsaid, unsaid } from "../unsaid.ts";
import type { Calculation, PayOutMethod } from "./worldremit-answer.ts";

export const payIns = codeTable<PayIn>([
  ["bank_transfer", ["bank-transfer"]],
  ["debit_card", ["debit-card"]],
  ["credit_card", ["credit-card"]],
]);
export const payOuts = codeTable<PayOut>([
  ["bank_deposit", ["BNK"]],
  ["cash_pickup", ["CSH"]],
  ["mobile_wallet", ["MOB", "WLT"]],
  ["card", ["PTV"]],
  ["airtime", ["ATP"]],
]);

/** The ways of paying out that are known; of two codes for one way, the more general. */
export function waysToPayOut(methods: readonly PayOutMethod[]): readonly PayOutMethod[] {
  const ways = new Map<PayOut, { readonly listed: PayOutMethod; readonly place: number }>();
  for (const listed of methods) {
    const known = payOuts.get(listed.code);
    const best = known && ways.get(known.method);
    if (known && (best === undefined || known.place < best.place))
      ways.set(known.method, { listed, place: known.place });
  }
  return [...ways.values()].map(({ listed }) => listed);
}

/** One way of paying in, within the calculation of one way of paying out. */
export interface PriceOption {
  readonly payInCode: string;
  readonly payOutCode: string;
  readonly totalToPay: string;
  readonly calculation: Calculation;
  readonly method: PayOutMethod;
}

/** What the sender pays beyond the amount, after the discount. */
function charge({ totalToPay, calculation }: PriceOption): Decimal {
  return new Decimal(totalToPay).minus(calculation.send.amount);
}

function discountOf({ informativeSummary }: Calculation): Decimal {
  return new Decimal(informativeSummary.discount?.value.amount ?? "0");
}

/** Whether the total is made of the parts read here: a charge beside them would be a fee that nobody shows. */
export function isExplained(option: PriceOption): boolean {
  const { send, informativeSummary } = option.calculation;
  const { fee, totalToPay } = informativeSummary;
  const known = new Decimal(send.amount).plus(fee.value.amount).minus(discountOf(option.calculation));
  return known.eq(totalToPay.amount) && charge(option).gte(0);
}

/** The price of one way of paying in. Its surcharge shows only in its own total to pay. */
export function priceOf({ option, payIn, payOut }: ChosenOption<PriceOption>) {
  const { exchangeRate, receive } = option.calculation;
  const { value, crossedOutValue } = exchangeRate;
  const hasRate = crossedOutValue !== null && !new Decimal(crossedOutValue).eq(value);
  const discount = discountOf(option.calculation);
  const isPromoted = hasRate || discount.gt(0);
  const fee = decimalText(charge(option));
  return {
    ...unsaid,
    provider: "worldremit",
    payIn,
    payOut,
    payInCode: option.payInCode,
    payOutCode: option.payOutCode,
    feePlacement: "on_top",
    fee: decimalText(charge(option).plus(discount)),
    rate: crossedOutValue ?? value,
    received: isPromoted ? null : receive.amount,
    priceKind: "standing",
    promotion: isPromoted
      ? { rate: hasRate ? value : null, fee, received: receive.amount, upTo: null, eligibility: eligibilityUnsaid }
      : null,
    speed: speedOf(option.method),
  } as const satisfies Partial<PublishedQuote>;
}

/** The band of a text such as "⚡ Within 5 minutes"; null for words that say no bound, or one of several hours. */
export function speedOf({ payOutTimeEstimate }: PayOutMethod): Speed | null {
  const [, digits = "", unit = ""] = /within (\d{1,3}) (minute|hour|day)s?$/i.exec(payOutTimeEstimate ?? "") ?? [];
  const count = Number.parseInt(digits, 10);
  if (unit === "day") return speedOfDays(count);
  const isAnHour = (unit === "minute" && count <= 60) || (unit === "hour" && count === 1);
  return isAnHour ? "less_than_one_hour" : null;
}
