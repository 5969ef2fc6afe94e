import { dayOf } from "../calendar-day.ts";
import { Decimal } from "../decimal.ts";
import { distancePct } from "./distance-pct.ts";
import { findRoute } from "./find-route.ts";
import { knownRows } from "./known-rows.ts";
import { disagreementLimitPct } from "./pair-regime.ts";
import { monthlyLayer } from "./rate-company.ts";
import type { RateKnowledge, RateRow } from "./rate-knowledge.ts";

const jumpPct = new Decimal("10");
/** A level older than this many publications says nothing about today: a new one then stands by itself. */
const jumpMemory = 10;

/** Whether another source confirms a row that moved away from the level of `since`. */
export type JumpConfirmation = (row: RateRow, since: string) => boolean;

/**
 * Of one source's rows of one pair, those that lie more than 10 % off the last trusted row among the ten publications
 * before them and that no second source confirms (METHOD 4). Rows in any order. A row that returns to the old level is
 * measured against that level, not against the jump.
 */
export function unconfirmedJumps(rows: readonly RateRow[], confirms: JumpConfirmation): ReadonlySet<RateRow> {
  const ascending = [...rows].sort((one, other) =>
    one.observedOn === other.observedOn ? 0 : one.observedOn < other.observedOn ? -1 : 1,
  );
  const unconfirmed = new Set<RateRow>();
  let trusted: { row: RateRow; index: number } | null = null;
  for (const [index, row] of ascending.entries()) {
    const jumped: boolean =
      trusted !== null &&
      index - trusted.index <= jumpMemory &&
      distancePct(row.value, trusted.row.value).gt(jumpPct) &&
      !confirms(row, trusted.row.observedOn);
    if (jumped) unconfirmed.add(row);
    else trusted = { row, index };
  }
  return unconfirmed;
}

/**
 * A second source confirms a row when what it knew on any day since the level before, up to `at`, gives the row's pair
 * within the pair's disagreement limit. Sources label one moment with days up to one apart, hence a span of days.
 * Monthly figures confirm nothing.
 */
export function confirmationBy(knowledge: RateKnowledge, at: Date): JumpConfirmation {
  return (row, since) => {
    const pair = { base: row.base, quote: row.quote };
    const limitPct = disagreementLimitPct({ ...pair, at }, knowledge);
    return knownRows({ ...pair, at }, knowledge)
      .filter(({ policy }) => policy.key !== row.source && policy.layer < monthlyLayer)
      .some(({ policy, rows }) => {
        const counting = rows.filter((each) => each.contributors >= policy.minimumContributors);
        const days = new Set(counting.map((each) => each.observedOn).filter((day) => day >= since));
        return [...days].some((day) => {
          const asOfDay = { policy, rows: counting.filter((each) => each.observedOn <= day) };
          const route = findRoute(pair, asOfDay, dayOf(at), knowledge);
          return route !== null && distancePct(route.value, row.value).lte(limitPct);
        });
      });
  };
}
