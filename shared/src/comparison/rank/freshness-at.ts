import { type FreshnessState, nextFreshnessChange, quoteFreshness, type SourceKind } from "../../domain/index.ts";

/** Freshness at the moment a question is about, by each source's own interval (METHOD 3). */
export interface Moment {
  readonly now: Date;
  readonly intervalMinutes: (source: string) => number;
}

interface Observed {
  readonly source: string;
  readonly sourceKind: SourceKind;
}

export function freshnessAt({ now, intervalMinutes }: Moment, offer: Observed, observedAt: Date): FreshnessState {
  const expectedIntervalMinutes = intervalMinutes(offer.source);
  return quoteFreshness({ observedAt, now, expectedIntervalMinutes, sourceKind: offer.sourceKind });
}

/** When that freshness changes next; null once expired. */
export function freshnessChangeAfter(moment: Moment, offer: Observed, observedAt: Date): Date | null {
  const expectedIntervalMinutes = moment.intervalMinutes(offer.source);
  return nextFreshnessChange({ observedAt, now: moment.now, expectedIntervalMinutes, sourceKind: offer.sourceKind });
}

export function isCurrent(state: FreshnessState): boolean {
  return state === "fresh" || state === "ageing";
}
