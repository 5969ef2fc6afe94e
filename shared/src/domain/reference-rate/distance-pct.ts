import type { Decimal } from "../decimal.ts";

/** How far `value` lies from `yardstick`, in per cent of the yardstick, not negative, unrounded. */
export function distancePct(value: Decimal, yardstick: Decimal): Decimal {
  return value.div(yardstick).minus(1).abs().times(100);
}

/** The middle of the values; of an even number the mean of the two in the middle. A yardstick, never published itself. */
export function medianOf(values: readonly Decimal[]): Decimal | null {
  const ascending = [...values].sort((one, other) => one.cmp(other));
  const upper = ascending[Math.floor(ascending.length / 2)];
  const lower = ascending[Math.floor((ascending.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : upper.plus(lower).div(2);
}
