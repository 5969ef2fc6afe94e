import type { RateObservation } from "@openremit/shared/contracts";
import { parseDecimal, type RateRow } from "@openremit/shared/domain";

/** Stored rates as the domain reads them. */
export function rateRowsOf(rates: readonly RateObservation[]): RateRow[] {
  return rates.map(({ source, base, quote, value, observedOn, contributors }) => ({
    source,
    base,
    quote,
    value: parseDecimal(value),
    observedOn,
    contributors,
  }));
}
