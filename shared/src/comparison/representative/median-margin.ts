import { costsOf, type Decimal, medianOf } from "../../domain/index.ts";
import type { RankableOffer } from "../rank/judged-offer.ts";

/** METHOD 4: below three transparent standing offers a median says nothing about the market. */
const fewestOffers = 3;

/** Median exchange-rate margin of the ranked offers, per cent; null below three offers. */
export function medianMargin(ranked: readonly RankableOffer[], reference: Decimal): Decimal | null {
  if (ranked.length < fewestOffers) return null;
  const margins = ranked.flatMap((row) => {
    const { fxMarginPct } = costsOf(row.priced, row.offer.feePlacement, reference);
    return fxMarginPct === null ? [] : [fxMarginPct];
  });
  return medianOf(margins);
}
