import { type Decimal, parseDecimal } from "./decimal.ts";

/** The World Bank's smaller survey amount; in send currency, as METHOD 7 takes a sampled amount near it. */
const usual = parseDecimal("200");

/** The sampled amount nearest 200; of two equally near, the smaller. Amounts in config ascend. */
export function defaultAmount(config: { readonly amounts: readonly string[] }): Decimal {
  const amounts = config.amounts.map((text) => parseDecimal(text));
  return amounts.reduce((best, amount) => (distance(amount).lt(distance(best)) ? amount : best), amounts[0] ?? usual);
}

function distance(amount: Decimal): Decimal {
  return amount.minus(usual).abs();
}
