import type { CandidateLoss, RateCandidate } from "./reference-rate.ts";
import type { Route } from "./route.ts";
import type { SourceRate } from "./source-rate.ts";

/** The sources' rates as candidates; a winner of an earlier day, which is none of today's, stands first. */
export function describeCandidates(
  rates: readonly SourceRate[],
  winner: SourceRate | null,
  losses: ReadonlyMap<SourceRate, CandidateLoss>,
): readonly RateCandidate[] {
  const candidates = rates
    .filter((rate) => winner === null || !isSame(rate, winner))
    .map((rate) => describe(rate, losses.get(rate) ?? rate.lost));
  const won = winner === null ? [] : [{ ...describe(winner, null), outcome: "won" as const }];
  return [...won, ...candidates];
}

/** An official rate as the candidate that won. */
export function describeOfficial(source: string, { value, observedOn, legs }: Route): RateCandidate {
  return { source, layer: 0, value, observedOn, legs, outcome: "won", lost: null };
}

function describe({ policy, route }: SourceRate, lost: CandidateLoss | null): RateCandidate {
  const { value, observedOn, legs } = route;
  const outcome = lost === null ? "usable" : "lost";
  return { source: policy.key, layer: policy.layer, value, observedOn, legs, outcome, lost };
}

function isSame(one: SourceRate, other: SourceRate): boolean {
  return one.policy.key === other.policy.key && one.route.rows.every((row) => other.route.rows.includes(row));
}
