import { dayOf, daysBetween } from "../calendar-day.ts";
import { findRoute } from "./find-route.ts";
import { knownRows } from "./known-rows.ts";
import { pairRegime } from "./pair-regime.ts";
import { missedPublications } from "./publication-calendar.ts";
import type { RateKnowledge, RateQuestion, RateRow, RateSourcePolicy } from "./rate-knowledge.ts";
import { isUsable, type RateAge } from "./rate-staleness.ts";
import type { CandidateLoss } from "./reference-rate.ts";
import type { Route } from "./route.ts";
import type { SourceRows } from "./row-steps.ts";
import type { SourceRate } from "./source-rate.ts";
import { confirmationBy, type JumpConfirmation, unconfirmedJumps } from "./unconfirmed-jumps.ts";

/** Every source's rate for a question, highest first: by layer, then those that need fewer institutions, then by key. */
export function listSourceRates(question: RateQuestion, knowledge: RateKnowledge): readonly SourceRate[] {
  const confirms = confirmationBy(knowledge, question.at);
  return knownRows(question, knowledge)
    .flatMap((source) => ratesOfSource(question, source, confirms, knowledge))
    .sort(highestFirst);
}

/** How old a route is at a moment: by the publications its source has made since its oldest leg, and in days. */
export function ageOf(route: Route, policy: RateSourcePolicy, at: Date, targetClosedOn: ReadonlySet<string>): RateAge {
  const { publication } = policy;
  const { observedOn } = route;
  return {
    missedPublications: missedPublications({ publication, observedOn, at, targetClosedOn }),
    ageDays: daysBetween(observedOn, dayOf(at)),
  };
}

function ratesOfSource(
  question: RateQuestion,
  source: SourceRows,
  confirms: JumpConfirmation,
  knowledge: RateKnowledge,
): SourceRate[] {
  const day = dayOf(question.at);
  const regime = pairRegime(question, knowledge);
  const { policy } = source;
  const rateOf = (route: Route, lost: CandidateLoss | null, waits: boolean): SourceRate => {
    const age = ageOf(route, policy, question.at, knowledge.targetClosedOn);
    return { policy, route, age, lost: lost ?? (isUsable(age, regime) ? null : "stale"), waits };
  };
  let rows: readonly RateRow[] = source.rows.filter((row) => row.contributors >= policy.minimumContributors);
  let route = findRoute(question, { policy, rows }, day, knowledge);
  if (route === null) {
    const thin = findRoute(question, source, day, knowledge);
    return thin === null ? [] : [rateOf(thin, "too_few_contributors", false)];
  }
  const found: SourceRate[] = [];
  while (route !== null) {
    const doubtful = doubtfulRows(route, rows, confirms);
    found.push(rateOf(route, doubtful.size > 0 ? "jump_unconfirmed" : null, found.length > 0));
    if (doubtful.size === 0) break;
    rows = rows.filter((row) => !doubtful.has(row));
    route = findRoute(question, { policy, rows }, day, knowledge);
  }
  return found;
}

/** All unconfirmed jumps of the pairs a route uses, where one of its own rows is among them. */
function doubtfulRows(route: Route, rows: readonly RateRow[], confirms: JumpConfirmation): ReadonlySet<RateRow> {
  const jumps = route.rows.flatMap((used) => [
    ...unconfirmedJumps(
      rows.filter((row) => row.base === used.base && row.quote === used.quote),
      confirms,
    ),
  ]);
  return new Set(route.rows.some((row) => jumps.includes(row)) ? jumps : []);
}

function highestFirst(one: SourceRate, other: SourceRate): number {
  const [first, second] = [one.policy, other.policy];
  if (first.layer !== second.layer) return first.layer - second.layer;
  if (first.minimumContributors !== second.minimumContributors) {
    return first.minimumContributors - second.minimumContributors;
  }
  if (first.key !== second.key) return first.key < second.key ? -1 : 1;
  return one.route.observedOn < other.route.observedOn ? 1 : -1;
}
