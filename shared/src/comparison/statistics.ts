import { type Decimal, displayPct, parseDecimal } from "../domain/index.ts";

/** Arithmetic mean, not rounded; null of nothing. */
export function meanOf(values: readonly Decimal[]): Decimal | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum.plus(value), parseDecimal("0")).div(values.length);
}

export function leastOf(values: readonly Decimal[]): Decimal | null {
  return values.reduce<Decimal | null>((least, value) => (least === null || value.lt(least) ? value : least), null);
}

/** A percentage as text, to two places; null stays null. */
export function pctOrNull(value: Decimal | null): string | null {
  return value === null ? null : displayPct(value);
}
