import type { Day, HistoryBucketSize } from "./days.ts";
import type { OfferFilters } from "./rank/ask.ts";

/** Which corridor of money: the country pair, and currencies where they are not the default. */
export interface CorridorChoice {
  readonly corridorId: string;
  readonly sendCurrency?: string | undefined;
  readonly receiveCurrency?: string | undefined;
}

export interface OffersQuestion extends CorridorChoice {
  /** Exactly one of the two, as typed: plain digits. */
  readonly pay: string | null;
  readonly receive: string | null;
  readonly filters: OfferFilters;
  /** The moment the ranking is about; null: now. */
  readonly at: Date | null;
}

export interface CorridorsQuestion {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly sort: "cost" | "id";
}

export interface HistoryQuestion extends CorridorChoice {
  readonly since?: Day | undefined;
  readonly until?: Day | undefined;
  readonly bucket: HistoryBucketSize;
  readonly pay?: string | undefined;
}

export interface IndexQuestion extends CorridorChoice {
  readonly since?: Day | undefined;
  readonly until?: Day | undefined;
}

export interface SurveyCorridorsQuestion {
  /** A quarter such as `2014-Q2`; the latest one where it is not given. */
  readonly period?: string | undefined;
  /** ISO 3166-1 alpha-3. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface RatesQuestion {
  readonly base: string;
  readonly quote: string;
  readonly on?: Day | undefined;
}
