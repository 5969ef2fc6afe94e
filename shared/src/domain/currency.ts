import { aliveSince, minorUnitsByCode, retiredOn } from "./currency-table.ts";
import { InputError } from "./errors.ts";

/** Whether `code` is an ISO 4217 code, of today or retired since 2002. */
export function isCurrency(code: string): boolean {
  return minorUnitsByCode.has(code);
}

/** Whether people are paid in `code`: a known one with a minor unit, so not gold and not XDR. */
export function isPayableCurrency(code: string): boolean {
  return (minorUnitsByCode.get(code) ?? null) !== null;
}

/**
 * Digits after the point in the smallest amount of this currency (ISO 4217): 2 for EUR, 0 for XOF, 3 for TND.
 * @throws InputError for an unknown code and for one that nobody is paid in (gold, XDR).
 */
export function minorUnits(code: string): number {
  const units = minorUnitsByCode.get(code);
  if (units === undefined) throw new InputError(`unknown currency "${code}"`, { details: { currency: code } });
  if (units === null) throw new InputError(`"${code}" has no minor unit`, { details: { currency: code } });
  return units;
}

/**
 * Whether the code was money on that calendar day (METHOD 4): born, and not yet replaced by a successor.
 * An unknown code never was.
 * @param day ISO 8601 calendar day
 */
export function isCurrencyAlive(code: string, day: string): boolean {
  if (!isCurrency(code)) return false;
  const since = aliveSince.get(code);
  const until = retiredOn.get(code);
  return (since === undefined || day >= since) && (until === undefined || day < until);
}
