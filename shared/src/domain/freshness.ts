import type { FreshnessState, SourceKind } from "./vocabulary.ts";

/** When a price was seen, by what kind of source, and when it is looked at. */
export interface QuoteAge {
  /** When the source says the price held; for a tariff, when a person reviewed it; for a visit, when somebody stood there. */
  readonly observedAt: Date;
  readonly now: Date;
  /** How often the source is asked. */
  readonly expectedIntervalMinutes: number;
  readonly sourceKind: SourceKind;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** METHOD 3: how long a price may be ranked. */
const goodForMs: Readonly<Record<SourceKind, number>> = {
  direct: 24 * hourMs,
  feed: 24 * hourMs,
  survey: 24 * hourMs,
  tariff: 35 * dayMs,
  visit: 30 * dayMs,
};
const shownForMs = 14 * dayMs;

/** Clocks differ by minutes. Beyond that one of two is wrong, and nobody knows how old a price is. */
const clocksDifferByMs = 5 * minuteMs;

interface Limit {
  readonly state: Exclude<FreshnessState, "expired">;
  /** Greatest age of the state, itself included. */
  readonly upToMs: number;
}

function limitsOf({ expectedIntervalMinutes, sourceKind }: QuoteAge): readonly Limit[] {
  const ageingUpToMs = goodForMs[sourceKind];
  const isOfDays = ageingUpToMs > shownForMs;
  return [
    { state: "fresh", upToMs: Math.min(expectedIntervalMinutes * minuteMs, ageingUpToMs) },
    { state: "ageing", upToMs: ageingUpToMs },
    { state: "stale", upToMs: isOfDays ? ageingUpToMs + shownForMs : shownForMs },
  ];
}

function ageMsOf({ now, observedAt }: QuoteAge): number {
  return now.getTime() - observedAt.getTime();
}

function limitReached(age: QuoteAge): Limit | null {
  const ageMs = ageMsOf(age);
  return limitsOf(age).find((limit) => ageMs <= limit.upToMs) ?? null;
}

/**
 * How fresh a price is (METHOD 3): `fresh` within its source's expected interval, `ageing` up to 24 hours, `stale` (no
 * longer ranked) up to 14 days, then `expired` (no longer shown). A tariff is `stale` from 35 days after its review, a
 * visit to a shop from 30 days after it, and both are `expired` 14 days later. Nothing older than 24 hours is fresh,
 * however rarely its source is asked. Each limit belongs to the fresher state; a time in the future counts as now, up to
 * five minutes ahead. Further ahead a clock is or was wrong: such a price is `ageing`, as nobody can say that it is fresh.
 */
export function quoteFreshness(age: QuoteAge): FreshnessState {
  if (ageMsOf(age) < -clocksDifferByMs) return "ageing";
  return limitReached(age)?.state ?? "expired";
}

/** The first instant, to the millisecond, at which `quoteFreshness` says something else; null once expired. */
export function nextFreshnessChange(age: QuoteAge): Date | null {
  if (ageMsOf(age) < -clocksDifferByMs) return new Date(age.observedAt.getTime() - clocksDifferByMs);
  const limit = limitReached(age);
  return limit === null ? null : new Date(age.observedAt.getTime() + limit.upToMs + 1);
}
