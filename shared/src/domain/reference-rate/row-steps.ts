import { publicationsBetween } from "./publication-calendar.ts";
import type { RateKnowledge, RateRow, RateSourcePolicy } from "./rate-knowledge.ts";
import { type RouteStep, rowStep } from "./route.ts";

/** The rows of one source that a question may use. */
export interface SourceRows {
  readonly policy: RateSourcePolicy;
  readonly rows: readonly RateRow[];
}

/** Steps from one currency to another, newest first; on one day the published direction before the inverted one. */
export function rowSteps({ rows }: SourceRows, from: string, to: string): readonly RouteStep[] {
  const published = rows.filter((row) => row.base === from && row.quote === to);
  const inverted = rows.filter((row) => row.base === to && row.quote === from);
  return [...published, ...inverted].map((row) => rowStep(row, from)).sort(newestFirst);
}

/** Currencies the source quotes against both, USD first, then by code. */
export function pivotsOf(base: string, quote: string, { rows }: SourceRows): readonly string[] {
  const partners = (currency: string): readonly string[] =>
    rows.flatMap((row) => (row.base === currency ? [row.quote] : row.quote === currency ? [row.base] : []));
  const ofQuote = new Set(partners(quote));
  const shared = [...new Set(partners(base))].filter((each) => ofQuote.has(each) && each !== base && each !== quote);
  const [pivot, others] = [shared.filter((each) => each === "USD"), shared.filter((each) => each !== "USD")];
  return [...pivot, ...others.sort()];
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
      apart: publicationsBetween(calendar, one.observedOn, other.observedOn, targetClosedOn),
    })),
  );
  const near = pairs.filter(({ apart }) => apart <= reach);
  return near.sort((one, other) => newestFirst(one, other) || one.apart - other.apart)[0]?.legs ?? null;
}

function newestFirst(one: { observedOn: string }, other: { observedOn: string }): number {
  if (one.observedOn === other.observedOn) return 0;
  return one.observedOn < other.observedOn ? 1 : -1;
}
