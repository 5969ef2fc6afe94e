import { z } from "zod";
import { exportDigits } from "../domain/decimal.ts";

/** A published figure: plain decimal digits in a string, at most 40 of them. Never a binary float. */
export const decimalString = z
  .string()
  .max(42)
  .regex(/^-?\d{1,30}(\.\d{1,30})?$/, 'a plain decimal number in a string, such as "12.50"')
  .describe("Decimal number as a string");

const recordedFigure = new RegExp(`^-?\\d{1,${exportDigits.whole}}(\\.|$)`);

/** A figure on its way into the record: one larger than an export can hold would stop every export after it. */
export const recordedDecimalString = decimalString.refine(
  (text) => recordedFigure.test(text),
  `at most ${exportDigits.whole} digits before the point`,
);

export const positiveDecimalString = recordedDecimalString.refine(
  (text) => !text.startsWith("-") && /[1-9]/.test(text),
  "greater than zero",
);
export const nonNegativeDecimalString = recordedDecimalString.refine((text) => !text.startsWith("-"), "not negative");

export const currencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, "an ISO 4217 code such as EUR")
  .describe("ISO 4217 code");
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, "an ISO 3166-1 alpha-2 code such as BE")
  .describe("ISO 3166-1 alpha-2 code");
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/, "lower-case letters, digits and dashes, such as western-union");
export const corridorId = z
  .string()
  .regex(/^[a-z]{2}-[a-z]{2}$/, "a country pair such as be-ma")
  .describe("Country pair, lower case");
/** UTC, ISO 8601 with Z. */
export const instant = z.iso.datetime().describe("UTC time, ISO 8601 with Z");
export const day = z.iso.date().describe("Calendar day, ISO 8601");
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal");

/** What every config file may begin with, for editors. */
export const schemaRef = { $schema: z.string().optional() };
