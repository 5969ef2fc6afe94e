import { Decimal } from "@openremit/shared/domain";
import { floatText } from "../cells.ts";

/** Digits a spreadsheet shows and saves as text; those beyond come of binary floats: 2.1800000000000002 is 2.18. */
const sheetDigits = 15;

/** A number as a sheet keeps it, in plain digits without an exponent. */
export function numberText(value: string): string {
  if (value.length <= sheetDigits && !/e/i.test(value)) return value;
  return floatText(new Decimal(value).toSignificantDigits(sheetDigits));
}
