import type { RateObservation } from "../../contracts/index.ts";
import { buildStatement, type Reading, runStatement } from "./statement.ts";

const statement = buildStatement(
  "read-rates",
  `
select r.observation
from rate_pairs p
cross join lateral (
  select distinct on (observed_on) observed_on, observation from rates
  where source = p.source and base = p.base and quote = p.quote
    and (fetched_at <= {at}::timestamptz or observed_on < {day}::date)
  order by observed_on desc, (fetched_at <= {at}::timestamptz) desc, fetched_at desc, revision desc
  limit {perPair}::integer
) r
order by p.source, p.base, p.quote, r.observed_on desc
`,
);

export interface RatesQuestion {
  /** What could be known then; everything when it is left out. */
  readonly at?: Date;
  /** Most publication days per source, base and quote currency. */
  readonly perPair: number;
}

/**
 * The newest published rates per source and pair, newest day first, one row per day: the value fetched last. With
 * `at`, rows that were fetched by then, and rows of earlier days that were fetched later (a history file): those were
 * public, while a row of that same day may not have been out yet.
 */
export async function readRates(reading: Reading, question: RatesQuestion): Promise<RateObservation[]> {
  const at = question.at?.toISOString();
  const rows = await runStatement<{ observation: RateObservation }>(reading.pool, statement, {
    at: at ?? "infinity",
    day: at?.slice(0, 10) ?? "infinity",
    perPair: question.perPair,
  });
  return rows.map((row) => row.observation);
}
