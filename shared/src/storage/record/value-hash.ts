import { createHash } from "node:crypto";
import type { QuoteObservation, RateObservation } from "../../contracts/index.ts";

/**
 * Tells whether two observations under one id say the same. When and by which request they were seen is not part of
 * what they say, nor is the order in which their fields were written.
 */
export function quoteValueHash(quote: QuoteObservation): string {
  const { fetchedAt: _fetchedAt, receipt: _receipt, ...value } = quote;
  return hashOf(value);
}

export function rateValueHash(rate: RateObservation): string {
  const { fetchedAt: _fetchedAt, answerSha256: _answerSha256, ...value } = rate;
  return hashOf(value);
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
