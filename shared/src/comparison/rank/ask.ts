import type { Decimal, PayIn, PayOut, Speed } from "../../domain/index.ts";

/** What the recipient gets for a budget, or what it takes for the recipient to get exactly so much (METHOD 1). */
export type Ask = { readonly kind: "pay" | "receive"; readonly amount: Decimal };

export interface OfferFilters {
  /** Empty: any. */
  readonly payIn: readonly PayIn[];
  readonly payOut: readonly PayOut[];
  /** Null: any speed, unknown included. */
  readonly maxDays: number | null;
}

export const noFilters: OfferFilters = { payIn: [], payOut: [], maxDays: null };

/** The slowest day of each World Bank band; the last band has no end. */
const slowestDay: Readonly<Record<Speed, number | null>> = {
  less_than_one_hour: 0,
  same_day: 0,
  next_day: 1,
  two_days: 2,
  three_to_five_days: 5,
  six_days_or_more: null,
};

export function arrivesWithin(speed: Speed, maxDays: number): boolean {
  const days = slowestDay[speed];
  return days !== null && days <= maxDays;
}
