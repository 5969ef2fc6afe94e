import { type Decimal, parseDecimal } from "./decimal.ts";

/** What people send when they send a round sum: steps within each power of ten. */
const steps = ["1", "1.5", "2", "2.5", "3", "4", "5", "7.5"].map((text) => parseDecimal(text));

/**
 * Amounts to offer a choice of, ascending: those sampled, and the round ones between the least and the largest of them
 * that are multiples of the least. None lies outside, where nothing was seen.
 *
 * @param sampled amounts in send currency, greater than zero
 */
export function roundAmounts(sampled: readonly Decimal[]): Decimal[] {
  const ascending = [...sampled].sort((a, b) => a.comparedTo(b));
  const [least, largest] = [ascending[0], ascending.at(-1)];
  if (least === undefined || largest === undefined) return [];
  const found = new Map(ascending.map((amount) => [amount.toString(), amount]));
  for (let power = parseDecimal("1"); power.lte(largest); power = power.times(10)) {
    for (const step of steps) {
      const amount = power.times(step);
      if (amount.mod(least).isZero() && amount.lte(largest)) found.set(amount.toString(), amount);
    }
  }
  return [...found.values()].sort((a, b) => a.comparedTo(b));
}
