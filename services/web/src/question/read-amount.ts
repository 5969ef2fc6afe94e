import { type Decimal, decimalText, minorUnits, parseDecimal } from "@openremit/shared/domain";
import { bareNumber } from "./bare-number.ts";
import { hasThousands } from "./has-thousands.ts";

export type WrongAmountReason = "missing" | "not_a_number" | "thousands" | "zero" | "decimals" | "too_much";

export interface WrongAmount {
  readonly reason: WrongAmountReason;
  readonly currency: string;
  readonly most: string;
}

/** An amount in plain digits, or why what was typed is none. */
export type AmountReading =
  | { readonly amount: string; readonly wrong: null }
  | { readonly amount: null; readonly wrong: WrongAmount };

export interface AmountLimits {
  readonly most: Decimal;
  /** For fees: a fee may be nothing. */
  readonly mayBeZero?: boolean;
}

/** Beyond what a decimal of ours holds on a side of the point. */
const mostDigits = 20;
/** Nobody types more; and what follows is quick only on short texts. */
const mostTyped = 1_000;
const plainNumber = /^0*(\d+)(?:[.,](\d+))?$/;

/** Reads an amount as people type it: comma or point, a currency sign beside it, Arabic digits. */
export function readAmount(typed: string, currency: string, { most, mayBeZero = false }: AmountLimits): AmountReading {
  const wrong = (reason: WrongAmountReason): AmountReading => ({
    amount: null,
    wrong: { reason, currency, most: decimalText(most) },
  });
  const text = bareNumber(typed, currency);
  const digits = minorUnits(currency);
  if (text === "") return wrong("missing");
  if (text.length > mostTyped) return wrong("not_a_number");
  if (hasThousands(text, digits)) return wrong("thousands");
  const [, whole, fraction] = plainNumber.exec(text) ?? [];
  if (whole === undefined) return wrong("not_a_number");
  if (whole.length > mostDigits) return wrong("too_much");
  if ((fraction ?? "").length > mostDigits) return wrong("decimals");
  const amount = parseDecimal(fraction === undefined ? whole : `${whole}.${fraction}`);
  if (amount.isZero() && !mayBeZero) return wrong("zero");
  if (amount.decimalPlaces() > digits) return wrong("decimals");
  if (amount.gt(most)) return wrong("too_much");
  return { amount: decimalText(amount), wrong: null };
}
