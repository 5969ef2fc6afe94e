import type { Coverage, QuoteObservation, QuoteSourceConfig } from "@openremit/shared/contracts";
import type { Corridor, Decimal } from "@openremit/shared/domain";

/** What the rules of a run may look at. */
export interface CheckContext {
  readonly source: QuoteSourceConfig;
  /** What was asked: the corridors and amounts that the run will speak for. */
  readonly covers: readonly Coverage[];
  readonly now: Date;
  /** What the source last said of what was asked. */
  readonly known: readonly QuoteObservation[];
  /** The mid-market rate to hold a quote against, or null where there is none. */
  readonly referenceFor: (corridor: Corridor) => Decimal | null;
  readonly regimeIsMultiple: (currency: string) => boolean;
}

/** One rule of a run: every way the quotes break it, in words; none when they keep it. */
export type Check = (quotes: readonly QuoteObservation[], context: CheckContext) => readonly string[];
