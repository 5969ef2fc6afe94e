import type { Decimal } from "./decimal.ts";
import type { FeeSchedule } from "./fee-schedule.ts";
import type { Derivation, FeePlacement } from "./vocabulary.ts";

/** Least and greatest send amount for which a source says its price holds. */
export interface PriceBand {
  readonly min: Decimal;
  readonly max: Decimal;
}

/** An offer's standing price as seen at one amount. */
export interface PriceSample {
  /** Principal A where the fee is on top, total S where it is inside; send currency. */
  readonly amount: Decimal;
  /** F in send currency. */
  readonly fee: Decimal;
  /** R, receive units per send unit. */
  readonly rate: Decimal;
  /** X as the source itself states it; null where it does not. */
  readonly received: Decimal | null;
  readonly band: PriceBand | null;
  /** G in receive currency; null where the source does not speak of one, which prices as none. */
  readonly payOutFee: Decimal | null;
}

/** A price published for every amount of a band. */
export interface PriceSchedule {
  readonly fees: FeeSchedule;
  readonly rate: Decimal;
  /** On the principal where the fee is on top, on the total where it is inside. */
  readonly band: PriceBand | null;
  readonly payOutFee: Decimal | null;
}

/** Everything known about one offer's standing price. Where a schedule is published it alone answers. */
export interface OfferPrices {
  readonly feePlacement: FeePlacement;
  /** Ascending by amount, one per amount. */
  readonly samples: readonly PriceSample[];
  readonly schedule: PriceSchedule | null;
  /** Decimal places of the two currencies. */
  readonly sendMinorUnits: number;
  readonly receiveMinorUnits: number;
}

/** An offer's answer to one question. `pay` = `converted` + `fee`, exactly. */
export interface PricedOffer {
  /** S, send currency. */
  readonly pay: Decimal;
  /** F, send currency. */
  readonly fee: Decimal;
  /** A, send currency. */
  readonly converted: Decimal;
  /** R, receive units per send unit. */
  readonly rate: Decimal;
  /** X, receive currency. */
  readonly received: Decimal;
  readonly derivation: Derivation;
  /** Index of the sample used, the nearer one where two were; null for a schedule. */
  readonly sample: number | null;
  /** Warnings, such as `stated_received_differs`. */
  readonly flags: readonly string[];
}
