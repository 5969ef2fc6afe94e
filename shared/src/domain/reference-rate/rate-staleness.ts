import type { RegimeKind } from "../vocabulary.ts";

/** Judgements of METHOD 4, in calendar days: a weekend with a holiday beside it is four days long. */
const badgeAfterDays = 4;
const hideAfterDays = 7;
/** Managed and multiple rates move in steps that nobody announces. */
const hideManagedAfterDays = 2;

export interface RateAge {
  readonly missedPublications: number;
  readonly ageDays: number;
}

/** METHOD 4: nothing missed is fresh whatever its age; else a badge after 4 days, hidden after 7 (managed, multiple: 2). */
export function rateStatus(
  { missedPublications, ageDays }: RateAge,
  regime: RegimeKind,
): "fresh" | "ageing" | "hidden" {
  if (missedPublications === 0) return "fresh";
  const hideAfter = regime === "managed" || regime === "multiple" ? hideManagedAfterDays : hideAfterDays;
  if (ageDays > hideAfter) return "hidden";
  return ageDays > badgeAfterDays ? "ageing" : "fresh";
}

/**
 * Whether a rate may compete: at most one publication missed or at most 4 days old (METHOD 4), and not one whose
 * percentages would have to be hidden, so that a lower layer answers before a figure disappears.
 */
export function isUsable(age: RateAge, regime: RegimeKind): boolean {
  return (age.missedPublications <= 1 || age.ageDays <= badgeAfterDays) && rateStatus(age, regime) !== "hidden";
}
