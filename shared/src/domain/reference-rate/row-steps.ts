import { daysBetween } from "../calendar-day.ts";
import { publicationsBetween } from "./publication-calendar.ts";
import type { RateKnowledge, RateRow, RateSourcePolicy } from "./rate-knowledge.ts";
import { type RouteStep, rowStep } from "./route.ts";

/** The rows of one source that a question may use. */
export interface SourceRows {
  readonly policy: RateSourcePolicy;
  readonly rows: readonly RateRow[];
}

/**
 * Steps from one currency to another, newest first. Of a pair that a source publishes both ways on one day, the figure
 * above one, which has more digits, whichever way is asked: so that there and back is one.
 */
export function rowSteps({ rows }: SourceRows, from: string, to: string): readonly RouteStep[] {
  return rows
    .filter((row) => (row.base === from && row.quote === to) || (row.base === to && row.quote === from))
    .map((row) => rowStep(row, from))
    .sort((one, other) => newestFirst(one, other) || other.figure.cmp(one.figure));
}

/** Currencies the source quotes against both, USD first, then by code. */
export function pivotsOf(base: string, quote: string, { rows }: SourceRows): readonly string[] {
  const partners = (currency: string): readonly string[] =>
    rows.flatMap((row) => (row.base === currency ? [row.quote] : row.quote === currency ? [row.base] : []));
  const ofQuote = new Set(partners(quote));
  const shared = [...new Set(partners(base))].filter((each) => ofQuote.has(each) && each !== base && each !== quote);
  return shared.sort(dollarFirst);
}

/** USD before every other currency, as crosses go through it (METHOD 4); those by code. */
export function dollarFirst(one: string, other: string): number {
  if (one === other) return 0;
  if (one === "USD" || other === "USD") return one === "USD" ? -1 : 1;
  return one < other ? -1 : 1;
}

/** The newest two steps within one publication day of each other (METHOD 4); monthly figures only of the same month. */
export function legsOfOneDay(
  first: readonly RouteStep[],
  second: readonly RouteStep[],
  { policy }: SourceRows,
  { targetClosedOn }: Pick<RateKnowledge, "targetClosedOn">,
): readonly RouteStep[] | null {
  const { calendar } = policy.publication;
  const reach = calendar === "monthly" ? 0 : 1;
  const pairs = first.flatMap((one) =>
    second.map((other) => ({
      legs: [one, other],
      observedOn: one.observedOn < other.observedOn ? one.observedOn : other.observedOn,
      daysApart: Math.abs(daysBetween(one.observedOn, other.observedOn)),
    })),
  );
  const isNear = ([one, other]: readonly RouteStep[]): boolean =>
    one !== undefined &&
    other !== undefined &&
    publicationsBetween(calendar, one.observedOn, other.observedOn, targetClosedOn) <= reach;
  const best = pairs
    .sort((one, other) => newestFirst(one, other) || one.daysApart - other.daysApart)
    .find(({ legs }) => isNear(legs));
  return best?.legs ?? null;
}

function newestFirst(one: { observedOn: string }, other: { observedOn: string }): number {
  if (one.observedOn === other.observedOn) return 0;
  return one.observedOn < other.observedOn ? 1 : -1;
}
