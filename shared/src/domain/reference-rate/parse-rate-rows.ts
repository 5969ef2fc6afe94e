import { parseDecimal } from "../decimal.ts";
import type { RateRow } from "./rate-knowledge.ts";

interface RateText extends Omit<RateRow, "value"> {
  readonly value: string;
}

/**
 * Reads rates as they cross the process boundary, in decimal text; what else they carry is left behind.
 * @throws InputError when a value is no plain decimal number
 */
export function parseRateRows(rates: readonly RateText[]): RateRow[] {
  return rates.map(({ source, base, quote, value, observedOn, contributors }) => ({
    source,
    base,
    quote,
    value: parseDecimal(value),
    observedOn,
    contributors,
  }));
}
