import { decimalText, parseDecimal } from "@openremit/shared/domain";
import { bareNumber } from "./bare-number.ts";

/** A rate in plain digits; null where what was typed is none. */
export type RateReading = { readonly rate: string | null; readonly wrong: "missing" | "not_a_number" | "zero" | null };

/** Six digits before the mark reach every currency; what a shop shows has fewer than ten after it. */
const plainRate = /^0*(\d{1,6})(?:[.,](\d{1,10}))?$/;

/**
 * Reads a rate as people type it, comma or point. Other than in an amount a mark before three digits is no doubt here:
 * 655.957 is a rate. Whoever means thousands by it sees that the result cannot be.
 */
export function readRate(typed: string, currency: string): RateReading {
  const text = bareNumber(typed, currency);
  if (text === "") return { rate: null, wrong: "missing" };
  const [, whole, fraction = "0"] = plainRate.exec(text) ?? [];
  if (whole === undefined) return { rate: null, wrong: "not_a_number" };
  const rate = parseDecimal(`${whole}.${fraction}`);
  return rate.isZero() ? { rate: null, wrong: "zero" } : { rate: decimalText(rate), wrong: null };
}
