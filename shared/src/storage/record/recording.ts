import type { LatestEntry, QuoteObservation, RateObservation, RecordJob } from "../../contracts/index.ts";
import type { CoverageRow } from "./build-coverages.ts";

/** A job with what of it counts: nothing of a failed or quarantined run but the run itself and its issues. */
export interface RunToRecord {
  readonly job: RecordJob;
  readonly quotes: readonly QuoteObservation[];
  readonly coverages: readonly CoverageRow[];
  readonly rates: readonly RateObservation[];
}

/** What recording a run changed. */
export interface RecordedRun {
  /** What the run covers, by corridor key, as a reading of the record gives it back. */
  readonly entries: ReadonlyMap<string, LatestEntry[]>;
  /** Those that are new or revised. */
  readonly rates: readonly RateObservation[];
  /** Observations under an id never seen before; of quotes or of rates, whichever the run is about. */
  readonly inserted: number;
  /** Observations that say something new under a known id. */
  readonly revised: number;
  readonly unchanged: number;
}

/** What one recording statement says. `claimed` is false when the run was there, or the database refused its mode. */
export interface Recording extends RecordedRun {
  readonly claimed: boolean;
  readonly mode: string | null;
}
