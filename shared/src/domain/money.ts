import { minorUnits } from "./currency.ts";
import { Decimal, fixedText } from "./decimal.ts";

/**
 * An amount with exactly the decimal places of its currency, rounded half-up: "200.00" EUR, "130000" XOF, "12.345" TND.
 * @throws InputError for an unknown currency
 */
export function moneyText(amount: Decimal, currency: string): string {
  return fixedText(amount, minorUnits(currency));
}

const smallestAmounts = [0, 1, 2, 3, 4].map((places) => new Decimal(`1e-${places}`));

/** One minor unit of a currency with this many decimal places: 0.01 at 2, 1 at 0. */
export function smallestAmount(places: number): Decimal {
  return smallestAmounts[places] ?? new Decimal(`1e-${places}`);
}
