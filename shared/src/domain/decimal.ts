import { Decimal as DecimalJs } from "decimal.js";
import { InputError } from "./errors.ts";

/**
 * The one number type of the domain: exact decimal digits, never a binary float. Results that do not end (quotients)
 * are rounded half-up to 40 significant digits; sums and products of published figures stay exact.
 */
export const Decimal = DecimalJs.clone({
  defaults: true,
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = DecimalJs;

/** Digits before and after the point that every format of the exports holds. */
export const exportDigits = { whole: 20, places: 18 } as const;

const plainNumber = /^-?\d{1,30}(\.\d{1,30})?$/;
const maximumLength = 42;

/** Percentages need no 40 digits, and division takes most of the time of a ranking. */
const Quotient = Decimal.clone({ precision: 20 });

/** `numerator / denominator`, rounded half-up to 20 significant digits. */
export function ratio(numerator: Decimal, denominator: Decimal): Decimal {
  return new Decimal(new Quotient(numerator).div(denominator));
}

/**
 * Reads a plain decimal number such as "12.50" with every digit it has.
 * @throws InputError for anything else: exponents, signs other than a leading minus, blanks, more than 30 digits on a
 * side of the point or 40 in all.
 */
export function parseDecimal(text: string): Decimal {
  if (text.length > maximumLength || !plainNumber.test(text)) {
    throw new InputError(`not a plain decimal number: "${text.slice(0, maximumLength)}"`, { details: { text } });
  }
  // The copy holds its digits in half the memory the reader needed for them; book-loads of figures live for hours.
  const value = new Decimal(new Decimal(text));
  return value.isZero() ? value.abs() : value;
}

/** Plain digits, all of them, without exponent or trailing zeros; `parseDecimal(decimalText(d))` equals `d`. */
export function decimalText(d: Decimal): string {
  return d.toFixed();
}

/** Rounds to `places` decimal places; a tie goes away from zero. */
export function roundHalfUp(d: Decimal, places: number): Decimal {
  return d.toDecimalPlaces(places, DecimalJs.ROUND_HALF_UP);
}

/** Rounds to `places` decimal places towards minus infinity. */
export function floorTo(d: Decimal, places: number): Decimal {
  return d.toDecimalPlaces(places, DecimalJs.ROUND_FLOOR);
}

/** Rounds to `places` decimal places towards plus infinity. */
export function ceilTo(d: Decimal, places: number): Decimal {
  return d.toDecimalPlaces(places, DecimalJs.ROUND_CEIL);
}

/** Exactly `places` digits after the point, rounded half-up; a negative figure that rounds to nothing is "0.00". */
export function fixedText(d: Decimal, places: number): string {
  const text = d.toFixed(places, DecimalJs.ROUND_HALF_UP);
  return text.startsWith("-") && !/[1-9]/.test(text) ? text.slice(1) : text;
}

/** A percentage as it is shown: two places, rounded half-up, never "-0.00" (METHOD 2). */
export function displayPct(d: Decimal): string {
  return fixedText(d, 2);
}
