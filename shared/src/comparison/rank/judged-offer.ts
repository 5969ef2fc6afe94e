import type { FreshnessState, PricedOffer, Speed, UnrankedReason } from "../../domain/index.ts";
import type { BookOffer, BookQuote } from "../book/corridor-book.ts";

/** What an offer says to one question at one moment. */
export type JudgedOffer = RankableOffer | UnrankableOffer;

interface Judged {
  readonly offer: BookOffer;
  /** The quote behind the figures; of two, the nearer. */
  readonly quote: BookQuote;
  /** Of two quotes, the older: nothing looks newer than its observation. */
  readonly observedAt: Date;
  readonly freshness: FreshnessState;
  readonly speed: Speed | null;
  readonly providerName: string;
}

export interface RankableOffer extends Judged {
  readonly reason: null;
  readonly priced: PricedOffer;
}

export interface UnrankableOffer extends Judged {
  readonly reason: UnrankedReason;
  /** Only stale offers have figures. */
  readonly priced: PricedOffer | null;
}
