import type { QuoteObservation, QuoteSourceConfig } from "@openremit/shared/contracts";
import { Decimal, displayPct, fxMarginPctOf, parseDecimal } from "@openremit/shared/domain";
import type { Check } from "./check.ts";

/** Margins that are believed, in per cent of the mid-market rate. */
interface MarginBand {
  readonly min: Decimal;
  readonly max: Decimal;
}

/**
 * No provider known to the World Bank's survey charges a margin near a quarter of the principal; an inverted rate, a
 * unit of 100 or another currency lands far outside. Where official and market rates part, providers honestly differ
 * from the reference by more.
 */
const undeclared = {
  usual: { min: new Decimal(-25), max: new Decimal(25) },
  multiple: { min: new Decimal(-60), max: new Decimal(60) },
} as const satisfies Record<string, MarginBand>;

/**
 * A rate far from the mid-market rate was read wrongly, or is not a rate of this corridor. The source's own band holds
 * for standing rates; a promotion is there to leave it. Against a reference that is itself in doubt no band is narrow.
 */
export const plausibleRate: Check = (quotes, { source, referenceFor, regimeIsMultiple }) =>
  quotes.flatMap((quote) => {
    const reference = referenceFor(quote.corridor);
    if (reference === null) return [];
    const isMultiple = regimeIsMultiple(quote.corridor.receiveCurrency);
    const wide = isMultiple ? undeclared.multiple : undeclared.usual;
    const standing = isMultiple ? wide : (declaredBand(source) ?? wide);
    return [
      ...problemsOf(quote, quote.rate, reference, standing),
      ...problemsOf(quote, quote.promotion?.rate ?? null, reference, wide),
    ];
  });

function declaredBand({ expectations: { marginPct } }: QuoteSourceConfig): MarginBand | null {
  return marginPct === undefined ? null : { min: parseDecimal(marginPct.min), max: parseDecimal(marginPct.max) };
}

function problemsOf(
  { provider, corridor }: QuoteObservation,
  rate: string | null,
  reference: Decimal,
  { min, max }: MarginBand,
): string[] {
  if (rate === null) return [];
  const margin = fxMarginPctOf(parseDecimal(rate), reference);
  if (margin.gte(min) && margin.lte(max)) return [];
  return [
    `${provider} gives ${rate} ${corridor.receiveCurrency}, the mid-market rate is ${reference}: a margin of ${displayPct(margin)} % where ${min} to ${max} are expected`,
  ];
}
