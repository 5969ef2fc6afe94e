import { fxMarginPctOf } from "../costs.ts";
import { Decimal } from "../decimal.ts";
import { smallestAmount } from "../money.ts";
import { computedReceived, totalOfVisit, type VisitFigures } from "./visit-figures.ts";
import type { VisitNote } from "./visit-words.ts";

/** What a visit is held against, as known at the moment it is entered. */
export interface VisitGround {
  /** A reference rate that may be shown (METHOD 4); null where there is none. */
  readonly reference: Decimal | null;
  /** The median of what ranked offers bring for the same total; null where fewer than two are known. */
  readonly usualReceived: Decimal | null;
  readonly receiveMinorUnits: number;
}

/** Shops round rates to a few digits before they tell them: half a per cent is no slip of the pen. */
const toleratedShare = new Decimal("0.005");
/** Counters take 0 to 6 % on the rate (World Bank survey); a digit wrong is far outside. */
const leastMarginPct = -3;
const mostMarginPct = 15;
/** Beyond the dearest service known for an amount; a comma lost or a currency mixed up lands there. */
const toleratedFromUsual = new Decimal("0.25");

/**
 * What an operator should look at before a visit is shown: figures that do not fit each other, a rate far from the
 * mid-market rate, a sum far from what other offers bring. None of it says that the shop did not say so.
 */
export function judgeVisit(figures: VisitFigures, ground: VisitGround): readonly VisitNote[] {
  const { reference, usualReceived, receiveMinorUnits } = ground;
  const computed = computedReceived(figures, receiveMinorUnits);
  const received = figures.received ?? computed;
  const notes: VisitNote[] = [];
  if (received === null || !addsUp(figures, computed, receiveMinorUnits)) notes.push("does_not_add_up");
  const rate = impliedRate(figures);
  if (reference !== null && rate !== null) {
    const margin = fxMarginPctOf(rate, reference);
    if (margin.lt(leastMarginPct) || margin.gt(mostMarginPct)) notes.push("far_from_reference");
  }
  if (usualReceived !== null && received !== null) {
    const distance = received.minus(usualReceived).abs();
    if (distance.gt(usualReceived.times(toleratedFromUsual))) notes.push("far_from_known_prices");
  }
  if (reference === null && usualReceived === null) notes.push("nothing_to_compare");
  return notes;
}

function addsUp({ rate, received }: VisitFigures, computed: Decimal | null, receiveMinorUnits: number): boolean {
  if (rate === null || received === null) return true;
  if (computed === null) return false;
  const difference = received.minus(computed).abs();
  return difference.lte(smallestAmount(receiveMinorUnits)) || difference.lte(computed.times(toleratedShare));
}

/** The rate that was told, or else the one that what arrives comes to. A yardstick; it is stored nowhere. */
function impliedRate(figures: VisitFigures): Decimal | null {
  const { rate, received, payOutFee, fee } = figures;
  if (rate !== null || received === null) return rate;
  const converted = totalOfVisit(figures).minus(fee);
  return converted.gt(0) ? received.plus(payOutFee ?? 0).div(converted) : null;
}
