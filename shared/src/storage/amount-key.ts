import type { Corridor } from "../domain/index.ts";
import { corridorKey } from "../domain/index.ts";

/** Stands for "every amount" wherever an amount is part of a key. */
export const everyAmount = "*";

/**
 * One spelling per amount: digits without leading and trailing zeros, so that "200" and "200.00" are one key.
 * `null` (a schedule) is `*`.
 */
export function amountKey(amount: string | null): string {
  if (amount === null) return everyAmount;
  const [whole = "", fraction = ""] = amount.split(".");
  const digits = whole.replace(/^0+(?=\d)/, "");
  const tail = fraction.replace(/0+$/, "");
  return tail === "" ? digits : `${digits}.${tail}`;
}

/** The other way. */
export function amountOf(storedKey: string): string | null {
  return storedKey === everyAmount ? null : storedKey;
}

/** Names one corridor and amount in an issue's ground. */
export function coverageKey(covered: { corridor: Corridor; amount: string | null }): string {
  return `${corridorKey(covered.corridor)}|${amountKey(covered.amount)}`;
}
