import type { LatestEntry } from "../../contracts/index.ts";
import { amountOf } from "../amount-key.ts";
import type { Database } from "./database.ts";
import { observationsOf } from "./observations-of.ts";
import { buildStatement, runStatement } from "./statement.ts";

const statement = buildStatement(
  "read-latest",
  `
select k.corridor_key, k.source, k.amount_key, c.run_id, c.fetched_at, o.quotes
from coverage_keys k
cross join lateral (
  select * from run_coverages
  where corridor_key = k.corridor_key and source = k.source and amount_key = k.amount_key
    and fetched_at <= {at}::timestamptz
  order by fetched_at desc, run_id desc limit 1
) c
cross join lateral (${observationsOf("c")}) o
where {corridorKey}::text is null or k.corridor_key = {corridorKey}::text
order by k.corridor_key, k.source, k.amount_key
`,
);

interface Row extends Record<string, unknown> {
  readonly corridor_key: string;
  readonly source: string;
  readonly amount_key: string;
  readonly run_id: string;
  readonly fetched_at: Date;
  readonly quotes: LatestEntry["quotes"];
}

export interface LatestQuestion {
  /** What was known then: visits fetched at or before. Everything when it is left out. */
  readonly at?: Date;
  /** One corridor; all when it is left out. */
  readonly corridorKey?: string;
}

/**
 * The last successful visit per source, corridor and amount, by corridor key, as the record holds it. A visit counts by
 * when it was fetched, not by when it was recorded, and is returned whatever its age: that everything has expired is
 * for the reader to say. Prices fetched at the same millisecond are decided by run id, the same way everywhere.
 */
export async function readLatest(
  database: Database,
  question: LatestQuestion = {},
): Promise<Map<string, LatestEntry[]>> {
  const rows = await runStatement<Row>(database.pool, statement, {
    at: question.at?.toISOString() ?? "infinity",
    corridorKey: question.corridorKey ?? null,
  });
  const entries = new Map<string, LatestEntry[]>();
  for (const row of rows) {
    const corridor = entries.get(row.corridor_key) ?? [];
    corridor.push({
      source: row.source,
      amount: amountOf(row.amount_key),
      runId: row.run_id,
      fetchedAt: row.fetched_at.toISOString(),
      quotes: row.quotes,
    });
    entries.set(row.corridor_key, corridor);
  }
  return entries;
}
