import { Decimal, decimalText } from "@openremit/shared/domain";

/** Digits a spreadsheet shows and saves as text; those beyond come of binary floats: 2.1800000000000002 is 2.18. */
const sheetDigits = 15;

/** A spreadsheet's number in plain digits, without an exponent. */
export function numberText(value: number): string {
  const shortest = String(value);
  if (shortest.length <= sheetDigits && !shortest.includes("e")) return shortest;
  if (!Number.isFinite(value)) return "";
  return decimalText(new Decimal(value).toSignificantDigits(sheetDigits));
}
