import { buildStatement, type Reading, runStatement } from "../postgres/statement.ts";

/** Each end is one step into the index of one corridor. */
const statement = buildStatement(
  "read-corridor-spans",
  `
with keys as (select distinct corridor_key from coverage_keys)
select k.corridor_key, first.observed_at as first, last.observed_at as last
from keys k
cross join lateral (
  select observed_at from quotes where corridor_key = k.corridor_key order by observed_at limit 1
) first
cross join lateral (
  select observed_at from quotes where corridor_key = k.corridor_key order by observed_at desc limit 1
) last
order by k.corridor_key
`,
);

interface Row extends Record<string, unknown> {
  readonly corridor_key: string;
  readonly first: Date;
  readonly last: Date;
}

/** From when to when a corridor of money was observed. */
export interface CorridorSpan {
  readonly first: Date;
  readonly last: Date;
}

/** Every corridor with a quote, by its key, also those that no config names any more. */
export async function readCorridorSpans(reading: Reading): Promise<Map<string, CorridorSpan>> {
  const rows = await runStatement<Row>(reading.pool, statement, {});
  return new Map(rows.map(({ corridor_key, first, last }) => [corridor_key, { first, last }]));
}
