import type { Promotion } from "../../contracts/index.ts";
import type {
  ChargeOption,
  Corridor,
  Decimal,
  FeePlacement,
  OfferPrices,
  PayIn,
  PayOut,
  PriceKind,
  SourceKind,
  Speed,
} from "../../domain/index.ts";

/** What ranking needs of one observation; everything else stays in PostgreSQL and is read for the receipt. */
export interface BookQuote {
  readonly quoteId: string;
  readonly amount: Decimal | null;
  readonly fee: Decimal | null;
  readonly rate: Decimal | null;
  /** The rate's digits as published. */
  readonly rateText: string | null;
  /** Everything is disclosed, the rate as a margin over the reference rate: there is a price as soon as there is one. */
  readonly needsReference: boolean;
  readonly band: { readonly min: Decimal; readonly max: Decimal } | null;
  readonly priceKind: PriceKind;
  readonly promotion: Promotion | null;
  readonly speed: Speed | null;
  readonly observedAt: Date;
  /** Whose people saw it in a shop. */
  readonly seenBy: string | null;
  readonly flags: readonly string[];
}

/** Prices ready to be asked, with the quote behind each sample (same index) and behind the schedule. */
export interface StandingPrices {
  readonly prices: OfferPrices;
  readonly quotes: readonly BookQuote[];
  readonly schedule: BookQuote | null;
}

/** One offer as one source tells it: provider × pay-in × pay-out, and the source's own product codes. */
export interface BookOffer {
  readonly provider: string;
  readonly payIn: PayIn | null;
  readonly payOut: PayOut | null;
  readonly source: string;
  readonly sourceKind: SourceKind;
  /** One charge option is no other, whichever answers better: what the banks in between take is the difference. */
  readonly charges: ChargeOption | null;
  readonly feePlacement: FeePlacement;
  /** Null where no quote discloses both fee and rate. */
  readonly standing: StandingPrices | null;
  /** Standing, with the rate or the fee undisclosed. */
  readonly partial: readonly BookQuote[];
  /** Only a promotional price was visible. */
  readonly promotional: readonly BookQuote[];
  readonly oldestObservedAt: Date;
  readonly newestObservedAt: Date;
  /** The offer as it is at a reference rate, for one whose rate is a margin over it; null for all others. */
  readonly atReference: ((reference: Decimal) => BookOffer) | null;
}

export interface SourceVisit {
  readonly source: string;
  /** The last successful visit among the amounts. */
  readonly fetchedAt: Date;
}

/** Everything known about one corridor of money at one moment, decimals parsed. */
export interface CorridorBook {
  readonly corridor: Corridor;
  /** Equal for equal knowledge, in every process. */
  readonly version: string;
  readonly offers: readonly BookOffer[];
  readonly visits: readonly SourceVisit[];
}
