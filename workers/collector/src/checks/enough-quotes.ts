import type { Check } from "./check.ts";

/** A source that usually speaks of many prices and now of few has changed. Nothing at all is a known empty answer. */
export const enoughQuotes: Check = (quotes, { source }) => {
  const expected = source.expectations.minimumQuotes;
  if (quotes.length === 0 || quotes.length >= expected) return [];
  return [`${quotes.length} quotes where at least ${expected} are expected`];
};
