import type { Decimal } from "../decimal.ts";

/** How far `value` lies from `yardstick`, in per cent of the yardstick, not negative, unrounded. */
export function distancePct(value: Decimal, yardstick: Decimal): Decimal {
  return value.div(yardstick).minus(1).abs().times(100);
}
