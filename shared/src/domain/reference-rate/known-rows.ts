import { lastPublishedDay } from "./publication-calendar.ts";
import type { RateKnowledge, RateQuestion, RateRow } from "./rate-knowledge.ts";
import type { SourceRows } from "./row-steps.ts";

/**
 * Per source, the rows that were published at `at` and touch an end of the pair, as every leg of
 * a way of two legs does. Sources nobody has a policy for are left out. Newest first, in an order of its own.
 */
export function knownRows(question: RateQuestion, knowledge: RateKnowledge): readonly SourceRows[] {
  const { base, quote, at } = question;
  const touches = (row: RateRow): boolean =>
    row.base === base || row.quote === base || row.base === quote || row.quote === quote;
  const lastDays = new Map(
    [...knowledge.sources].map(([key, policy]) => [key, lastPublishedDay(policy.publication, at)]),
  );
  const bySource = new Map<string, RateRow[]>();
  for (const row of knowledge.rows) {
    const lastDay = lastDays.get(row.source);
    if (lastDay === undefined || row.observedOn > lastDay || !touches(row)) continue;
    const rows = bySource.get(row.source);
    if (rows === undefined) bySource.set(row.source, [row]);
    else rows.push(row);
  }
  return [...knowledge.sources].flatMap(([key, policy]) => {
    const rows = bySource.get(key);
    return rows === undefined ? [] : [{ policy, rows: rows.sort(newestFirst) }];
  });
}

/** A total order, so that nothing depends on the order the rows came in. */
function newestFirst(one: RateRow, other: RateRow): number {
  if (one.observedOn !== other.observedOn) return one.observedOn < other.observedOn ? 1 : -1;
  const [pair, otherPair] = [`${one.base}/${one.quote}`, `${other.base}/${other.quote}`];
  if (pair !== otherPair) return pair < otherPair ? -1 : 1;
  return other.contributors - one.contributors || other.value.cmp(one.value);
}
