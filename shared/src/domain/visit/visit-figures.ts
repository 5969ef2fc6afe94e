import { type Decimal, floorTo } from "../decimal.ts";
import { receivedUnrounded } from "../price-terms.ts";
import type { FeePlacement } from "../vocabulary.ts";

/** The figures of a visit, as somebody was told them. */
export interface VisitFigures {
  readonly amount: Decimal;
  readonly fee: Decimal;
  readonly feePlacement: FeePlacement;
  readonly rate: Decimal | null;
  readonly received: Decimal | null;
  readonly payOutFee: Decimal | null;
}

/** S: all that was to be paid (METHOD 1). */
export function totalOfVisit({ amount, fee, feePlacement }: VisitFigures): Decimal {
  return feePlacement === "on_top" ? amount.plus(fee) : amount;
}

/** X as fee and rate give it, floored; null where no rate was told, or the fee leaves nothing. */
export function computedReceived(figures: VisitFigures, receiveMinorUnits: number): Decimal | null {
  const { fee, rate, payOutFee } = figures;
  if (rate === null) return null;
  const computed = floorTo(receivedUnrounded({ fee, rate, payOutFee }, totalOfVisit(figures)), receiveMinorUnits);
  return computed.gt(0) ? computed : null;
}
