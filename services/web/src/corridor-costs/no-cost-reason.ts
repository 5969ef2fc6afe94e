import type { CorridorSummary } from "@openremit/shared/contracts";

/** Why a corridor shows no cost in per cent, as warnings of the comparison name it; the first that applies. */
const reasons = [
  "no_data",
  "everything_expired",
  "nothing_matches",
  "reference_not_representative",
  "reference_disagreement",
  "reference_hidden",
  "no_reference_rate",
] as const;
export type NoCostReason = (typeof reasons)[number];

/** Null where a cost is known, and where prices are listed that cannot be ranked. */
export function noCostReasonOf({ warnings }: Pick<CorridorSummary, "warnings">): NoCostReason | null {
  return reasons.find((reason) => warnings.some(({ code }) => code === reason)) ?? null;
}
