import { type Decimal, parseDecimal } from "../decimal.ts";

/** What the World Bank's survey takes for USD 200 and 500 in other currencies, as published in its rows. */
const equivalents: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["EUR", ["140", "345"]],
  ["GBP", ["120", "300"]],
  ["USD", ["200", "500"]],
]);

/** The survey's two amounts in a send currency (METHOD 7); null where it is none of those we index. */
export function surveyEquivalents(currency: string): readonly [Decimal, Decimal] | null {
  const amounts = equivalents.get(currency);
  return amounts === undefined ? null : [parseDecimal(amounts[0]), parseDecimal(amounts[1])];
}
