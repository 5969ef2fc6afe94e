import type { QuoteObservation } from "@openremit/shared/contracts";
import { Decimal, parseDecimal } from "@openremit/shared/domain";
import type { Check } from "./check.ts";

/**
 * No provider known to the World Bank's survey charges a margin near a quarter of the principal; an inverted rate, a
 * unit of 100 or another currency lands far outside. Where official and market rates part, providers honestly differ
 * from the reference by more.
 */
const widestMarginPct = { usual: new Decimal(25), multiple: new Decimal(60) };

/** A rate far from the mid-market rate was read wrongly, or is not a rate of this corridor. */
export const plausibleRate: Check = (quotes, context) =>
  quotes.flatMap((quote) => {
    const reference = context.referenceFor(quote.corridor);
    if (reference === null) return [];
    const widest = context.regimeIsMultiple(quote.corridor.receiveCurrency)
      ? widestMarginPct.multiple
      : widestMarginPct.usual;
    return publishedRates(quote)
      .filter((rate) => rate.div(reference).minus(1).abs().times(100).gt(widest))
      .map(
        (rate) =>
          `${quote.provider} gives ${rate} ${quote.corridor.receiveCurrency}, the mid-market rate is ${reference}`,
      );
  });

function publishedRates(quote: QuoteObservation): Decimal[] {
  return [quote.rate, quote.promotion?.rate ?? null].filter((rate) => rate !== null).map(parseDecimal);
}
