import type { PayIn, PayOut, Speed, UnrankedReason } from "@openremit/shared/domain";

/** The words of the page, in plain English. */
export const payInWords: Record<PayIn, string> = {
  bank_transfer: "bank transfer",
  debit_card: "debit card",
  credit_card: "credit card",
  wallet_pay: "Apple Pay or Google Pay",
  cash: "cash",
  mobile_money: "mobile money",
};

export const payOutWords: Record<PayOut, string> = {
  bank_deposit: "bank account",
  cash_pickup: "cash at a counter",
  mobile_wallet: "mobile wallet",
  card: "card",
  home_delivery: "at home",
  airtime: "phone credit",
};

export const speedWords: Record<Speed, string> = {
  less_than_one_hour: "within the hour",
  same_day: "the same day",
  next_day: "the next day",
  two_days: "in two days",
  three_to_five_days: "in 3 to 5 days",
  six_days_or_more: "in 6 days or more",
};

export const reasonWords: Record<UnrankedReason, string> = {
  promotion_only: "only a first-transfer price is known",
  stale: "the price is more than a day old",
  undisclosed: "the fee or the rate is not disclosed",
  rate_only: "only the rate is known",
  no_reference_rate: "its rate follows the mid-market rate, which is not known at the moment",
  out_of_range: "no price is known near this amount",
};

export function payInText(payIn: PayIn | null): string {
  return payIn === null ? "way of paying not stated" : payInWords[payIn];
}

export function payOutText(payOut: PayOut | null): string {
  return payOut === null ? "way of receiving not stated" : payOutWords[payOut];
}
