import { createHash } from "node:crypto";
import type { QuoteObservation, RateObservation } from "../../contracts/index.ts";
import { decimalText, parseDecimal } from "../../domain/index.ts";

/**
 * Tells whether two observations under one id say the same. When and by which request they were seen is not part of
 * what they say, nor is the order in which their fields were written.
 */
export function quoteValueHash(quote: QuoteObservation): string {
  const { fetchedAt: _fetchedAt, receipt: _receipt, ...value } = quote;
  return hashOf(value);
}

/** A publisher's files may print one figure with more zeros than another: `1.1610` and `1.161` are one value. */
export function rateValueHash(rate: RateObservation): string {
  const { fetchedAt: _fetchedAt, answerSha256: _answerSha256, ...value } = rate;
  return hashOf({ ...value, value: decimalText(parseDecimal(rate.value)) });
}

function hashOf(value: object): string {
  return createHash("sha256").update(orderedText(value)).digest("hex").slice(0, 32);
}

function orderedText(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(orderedText).join()}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `"${name}":${orderedText(field)}`).join()}}`;
}
