import type { RateObservation } from "@openremit/shared/contracts";
import { parseDecimal, type RateRow } from "@openremit/shared/domain";

type StoredRate = Pick<RateObservation, "source" | "base" | "quote" | "value" | "observedOn" | "contributors">;

/** Rates in decimal text as the domain reads them. */
export function rateRowsOf(rates: readonly StoredRate[]): RateRow[] {
  return rates.map(({ source, base, quote, value, observedOn, contributors }) => ({
    source,
    base,
    quote,
    value: parseDecimal(value),
    observedOn,
    contributors,
  }));
}
