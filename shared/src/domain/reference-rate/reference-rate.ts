import type { Decimal } from "../decimal.ts";
import type { RegimeKind } from "../vocabulary.ts";

/** One step of the way from base to quote. `value` is in the step's own direction: the legs' product is the rate. */
export interface RateLeg {
  /** Source key, `peg` or `identity`. */
  readonly source: string;
  readonly base: string;
  readonly quote: string;
  readonly value: Decimal;
  /** Publication day; for a peg the day since which it holds, for the identity the day asked about. */
  readonly observedOn: string;
  readonly how: "published" | "inverted" | "peg" | "identity";
}

/**
 * Why a source is out of the contest:
 * - `stale`: more than one publication missed and older than 4 days, or old enough for percentages to hide
 * - `too_few_contributors`: none of its rows has the institutions it needs behind it
 * - `jump_unconfirmed`: over 10 % off its own level before, and no second source says so
 * - `single_gap_filler`, `gap_fillers_disagree`: a currency only gap fillers know needs two of them within 2 %
 * - `outside_monthly_band`: over 15 % off the monthly figure, and alone there
 * - `off_median`, `disagreement`: beyond the limit of the others' median, with and without a majority of three
 */
export type CandidateLoss =
  | "stale"
  | "too_few_contributors"
  | "jump_unconfirmed"
  | "single_gap_filler"
  | "gap_fillers_disagree"
  | "outside_monthly_band"
  | "off_median"
  | "disagreement";

/** What one source says. `usable`: it could have answered, and a higher one did. */
export interface RateCandidate {
  readonly source: string;
  readonly layer: number;
  readonly value: Decimal;
  /** The oldest publication day among its legs. */
  readonly observedOn: string;
  readonly legs: readonly RateLeg[];
  readonly outcome: "won" | "usable" | "lost";
  readonly lost: CandidateLoss | null;
}

/** Why there is no value, or why percentages over it must not be shown. */
export type RateReason = "no_source" | "too_old" | "disagreement" | "single_gap_filler";

/**
 * - `disagreement`: the highest candidate lies off the median of the usable ones
 * - `median_selected`: so the candidate closest to the median answers
 * - `last_good_rate`: so the rate of an earlier day, when the sources agreed, answers
 * - `monthly_rate`: nothing but a monthly figure is left
 * - `jump_unconfirmed`: the winner's newest row moved over 10 % alone and waits; an earlier row answers
 * - `peg_disputed`: usable market rates lie off the official parity
 */
export type RateFlag =
  | "disagreement"
  | "median_selected"
  | "last_good_rate"
  | "monthly_rate"
  | "jump_unconfirmed"
  | "peg_disputed";

export type RateStatus = "fresh" | "ageing" | "hidden" | "none";

/** The selected mid-market rate M with how it was found (METHOD 4). Where `value` is null, so is all that describes it. */
export interface ReferenceRate {
  readonly base: string;
  readonly quote: string;
  readonly value: Decimal | null;
  /** The winner's key, `identity` or `peg`. */
  readonly source: string | null;
  readonly layer: number | null;
  /** The oldest publication day among the legs; of a pure peg, since when it holds. */
  readonly observedOn: string | null;
  /** Null for the identity and a pure peg: nobody publishes those daily. */
  readonly missedPublications: number | null;
  readonly ageDays: number | null;
  /** `hidden`: the value is kept for the record, percentages over it must not be shown. `none`: no value. */
  readonly status: RateStatus;
  readonly legs: readonly RateLeg[];
  readonly regime: RegimeKind;
  /** How far the highest usable candidate lies from the usable ones' median, per cent, not negative; null below two. */
  readonly disagreementPct: Decimal | null;
  readonly candidates: readonly RateCandidate[];
  readonly reason: RateReason | null;
  readonly flags: readonly RateFlag[];
}
