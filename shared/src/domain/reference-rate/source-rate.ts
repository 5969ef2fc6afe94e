import type { RateSourcePolicy } from "./rate-knowledge.ts";
import type { RateAge } from "./rate-staleness.ts";
import type { CandidateLoss } from "./reference-rate.ts";
import type { Route } from "./route.ts";

/** What one source says about a question at a moment, before the sources are held against each other. */
export interface SourceRate {
  readonly policy: RateSourcePolicy;
  readonly route: Route;
  readonly age: RateAge;
  /** Why it is out of the contest; null where it may compete. */
  readonly lost: CandidateLoss | null;
  /** A newer row of this source waits for a second source. */
  readonly waits: boolean;
}
