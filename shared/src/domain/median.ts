import type { Decimal } from "./decimal.ts";

/**
 * The middle of the values; of an even number the mean of the two in the middle. Null of nothing. A yardstick, not
 * rounded, never published as a rate.
 */
export function medianOf(values: readonly Decimal[]): Decimal | null {
  const ascending = [...values].sort((one, other) => one.cmp(other));
  const upper = ascending[Math.floor(ascending.length / 2)];
  const lower = ascending[Math.floor((ascending.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : upper.plus(lower).div(2);
}
