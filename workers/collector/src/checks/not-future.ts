import type { Check } from "./check.ts";

/** Clocks differ by minutes; a figure from further ahead is a date read wrongly. */
const toleranceMs = 5 * 60_000;

/** A price cannot have been observed in the future. */
export const notFuture: Check = (quotes, { now }) =>
  quotes
    .filter((quote) => Date.parse(quote.observedAt) > now.getTime() + toleranceMs)
    .map((quote) => `${quote.provider} is dated ${quote.observedAt}, which is still to come`);
