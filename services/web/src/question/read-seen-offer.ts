import { type FeePlacement, parseDecimal, type SeenOffer } from "@openremit/shared/domain";
import { type AmountReading, readAmount } from "./read-amount.ts";
import { readRate } from "./read-rate.ts";

/** Fields in which somebody writes what a shop showed. */
export type SeenField = "amount" | "fee" | "rate" | "received";
/** Each as typed. */
export type TypedOffer = Readonly<Record<SeenField | "placement", string>>;
export type WrongSeen = Exclude<AmountReading["wrong"], null>["reason"] | "no_rate" | "fee_takes_all";

export interface SeenLimits {
  readonly sendCurrency: string;
  readonly receiveCurrency: string;
  /** In plain digits. */
  readonly mostPaid: string;
  readonly mostReceived: string;
}

export type SeenReading =
  | { readonly seen: SeenOffer; readonly wrong: null }
  | { readonly seen: null; readonly wrong: Readonly<Partial<Record<SeenField, WrongSeen>>> };

/** Reads a form in which every field is text. The same on a reader's device and here. */
export function readSeenOffer(typed: TypedOffer, limits: SeenLimits): SeenReading {
  const { sendCurrency, receiveCurrency } = limits;
  const mostPaid = parseDecimal(limits.mostPaid);
  const amount = readAmount(typed.amount, sendCurrency, { most: mostPaid });
  const fee = readAmount(typed.fee, sendCurrency, { most: mostPaid, mayBeZero: true });
  const rate = readRate(typed.rate, receiveCurrency);
  const received = readAmount(typed.received, receiveCurrency, { most: parseDecimal(limits.mostReceived) });
  const saysReceived = received.wrong?.reason !== "missing";
  const saysRate = rate.wrong !== "missing";
  const placement: FeePlacement = typed.placement === "inside" ? "inside" : "on_top";
  const wrong: Partial<Record<SeenField, WrongSeen>> = {
    ...(amount.wrong && { amount: amount.wrong.reason }),
    ...(fee.wrong && { fee: fee.wrong.reason }),
    ...(rate.wrong && (saysRate || !saysReceived) && { rate: saysRate ? rate.wrong : ("no_rate" as const) }),
    ...(received.wrong && saysReceived && { received: received.wrong.reason }),
  };
  if (amount.amount === null || fee.amount === null || Object.keys(wrong).length > 0) return { seen: null, wrong };
  if (placement === "inside" && parseDecimal(fee.amount).gte(parseDecimal(amount.amount))) {
    return { seen: null, wrong: { fee: "fee_takes_all" } };
  }
  const figures = { amount: amount.amount, fee: fee.amount, rate: rate.rate, received: received.amount };
  return { seen: { ...figures, feePlacement: placement }, wrong: null };
}
