import type { PayIn, PayOut, Speed } from "@openremit/shared/domain";
import { remember } from "./remember.ts";

/** Payment instruments that say exactly one of our pay-ins; `Debit/credit card` and lists say none. */
const payIns: ReadonlyMap<string, PayIn> = new Map([
  ["cash", "cash"],
  ["bank account transfer", "bank_transfer"],
  ["debit card", "debit_card"],
  ["credit card", "credit_card"],
  ["mobile money", "mobile_money"],
]);

const payOuts: ReadonlyMap<string, PayOut> = new Map([
  ["cash", "cash_pickup"],
  ["bank account", "bank_deposit"],
  ["bank account (same/partner bank)", "bank_deposit"],
  ["own/partner bank account", "bank_deposit"],
  ["own/partner bank account in receiving country", "bank_deposit"],
  ["mobile wallet", "mobile_wallet"],
  ["card", "card"],
  ["home delivery", "home_delivery"],
]);

/** Products to Q1 2016, which had no column for the payment instrument. */
const products: ReadonlyMap<string, readonly [PayIn | null, PayOut]> = new Map([
  ["cash to cash", ["cash", "cash_pickup"]],
  ["cash to account", ["cash", "bank_deposit"]],
  ["cash to account (same bank)", ["cash", "bank_deposit"]],
  ["cash to account (other bank)", ["cash", "bank_deposit"]],
  ["account to account", ["bank_transfer", "bank_deposit"]],
  ["account to account (same bank)", ["bank_transfer", "bank_deposit"]],
  ["account to account (other bank)", ["bank_transfer", "bank_deposit"]],
  ["account to cash", ["bank_transfer", "cash_pickup"]],
  ["online to cash", [null, "cash_pickup"]],
  ["door to door", [null, "home_delivery"]],
  ["home delivery", [null, "home_delivery"]],
]);

/** Bands with the longest each allows, in days; of the last one the shortest. */
const speeds: ReadonlyMap<string, readonly [Speed, number]> = new Map([
  ["less than one hour", ["less_than_one_hour", 0]],
  ["same day", ["same_day", 0]],
  ["next day", ["next_day", 1]],
  ["2 days", ["two_days", 2]],
  ["3-5 days", ["three_to_five_days", 5]],
  ["6 days or more", ["six_days_or_more", 6]],
]);

/** Days to arrive as extracts count them; 0 may be within the hour or the day, so it is no band. */
const days: ReadonlyMap<string, readonly [Speed | null, number]> = new Map([
  ["0", [null, 0]],
  ["1", ["next_day", 1]],
  ["2", ["two_days", 2]],
  ["3", ["three_to_five_days", 3]],
  ["4", ["three_to_five_days", 4]],
  ["5", ["three_to_five_days", 5]],
]);

/** The pay-in, where a row's own words say exactly one; else null. */
export function payInOf(instrument: string | null, product: string | null): PayIn | null {
  if (instrument !== null) return payIns.get(instrument.toLowerCase()) ?? null;
  return product === null ? null : (products.get(product.toLowerCase())?.[0] ?? null);
}

/** The pay-out, where the pick-up method or, without one, the product says exactly one; else null. */
export function payOutOf(method: string | null, product: string | null): PayOut | null {
  if (method !== null) return payOuts.get(method.toLowerCase()) ?? null;
  return product === null ? null : (products.get(product.toLowerCase())?.[1] ?? null);
}

export interface FoundSpeed {
  readonly speed: Speed | null;
  readonly speedDays: number | null;
}

export const speedOf = remember((text: string | null): FoundSpeed => {
  const plain = text?.toLowerCase().replaceAll(/\s*[-–]\s*/g, "-") ?? "";
  const [speed, speedDays] = speeds.get(plain) ?? days.get(plain.replace(/\.0+$/, "")) ?? [];
  return { speed: speed ?? null, speedDays: speedDays ?? null };
});

const firmTypes: ReadonlyMap<string, string> = new Map([
  ["mto", "Money Transfer Operator"],
  ["money transfer operator", "Money Transfer Operator"],
  ["bank", "Bank"],
  ["post office", "Post office"],
  ["mobile operator", "Mobile Operator"],
  ["non-bank fi", "Non-Bank FI"],
  ["credit union", "Credit Union"],
  ["building society", "Building Society"],
]);

/** A firm type in one spelling; of a combined one each part. */
export const firmTypeOf = remember((text: string | null): string | null => {
  if (text === null) return null;
  const parts = text.split("/").map((part) => part.trim());
  return parts.map((part) => firmTypes.get(part.toLowerCase()) ?? part).join(" / ");
});
