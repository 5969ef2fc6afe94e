import { type Decimal, parseDecimal } from "../domain/index.ts";

/** Arithmetic mean, not rounded; null of nothing. */
export function meanOf(values: readonly Decimal[]): Decimal | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum.plus(value), parseDecimal("0")).div(values.length);
}

/** Middle value, or the mean of the middle two; null of nothing. */
export function medianOf(values: readonly Decimal[]): Decimal | null {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const half = Math.floor(sorted.length / 2);
  return meanOf(sorted.slice(sorted.length % 2 === 0 ? half - 1 : half, half + 1));
}

export function leastOf(values: readonly Decimal[]): Decimal | null {
  return values.reduce<Decimal | null>((least, value) => (least === null || value.lt(least) ? value : least), null);
}
