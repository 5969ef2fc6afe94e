import { Decimal } from "../decimal.ts";

const flagsBelowPct = new Decimal("-1.5");
const clearsAbovePct = new Decimal("-0.5");
const clearDays = 5;

/** The median margin of one day's transparent standing offers; only days with three or more of them belong here. */
export interface DailyMedianMargin {
  readonly day: string;
  readonly medianMarginPct: Decimal;
}

/**
 * Whether the reference is what people really get (METHOD 4). A day whose median margin lies below -1.5 % flags it as not
 * representative; five days in a row above -0.5 % clear it. Days without an entry neither clear nor start anew.
 * Entries may come in any order. True where nothing is known against it.
 */
export function referenceIsRepresentative(dailyMedianMargins: readonly DailyMedianMargin[]): boolean {
  const ascending = [...dailyMedianMargins].sort((one, other) => (one.day < other.day ? -1 : 1));
  let isRepresentative = true;
  let goodDays = 0;
  for (const { medianMarginPct } of ascending) {
    goodDays = medianMarginPct.gt(clearsAbovePct) ? goodDays + 1 : 0;
    if (medianMarginPct.lt(flagsBelowPct)) isRepresentative = false;
    else if (goodDays >= clearDays) isRepresentative = true;
  }
  return isRepresentative;
}
