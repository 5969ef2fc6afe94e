import { type Kysely, sql } from "kysely";
import type { Tables } from "../postgres/tables.ts";

/** Two visits that may be one: a slip in a field that makes two entries one visit makes two visits of it. */
export interface NearVisit {
  readonly visitId: string;
  readonly otherId: string;
  /** The only field in which they differ: `amount`, `payIn` or `payOut`. */
  readonly field: string;
}

/**
 * Of visits that wait, those beside which another one waits: entered by somebody else, of the same corridor, provider, day
 * and visitor, and with one other field that differs.
 */
export async function readNearVisits(db: Kysely<Tables>, visitIds: readonly string[]): Promise<readonly NearVisit[]> {
  const { rows } = await sql<{ visit_id: string; other_id: string; field: string }>`
    with waiting as (
      select distinct on (v.visit_id) v.visit_id, v.corridor_key, v.provider, v.amount, e.enterer,
        e.entry->>'visitor' as visitor, left(e.entry->>'visitedAt', 10) as day, e.entry->>'payIn' as pay_in,
        e.entry->>'payOut' as pay_out
      from visits v join visit_entries e using (visit_id) where v.state = 'waiting'
      order by v.visit_id
    ), paired as (
      select v.visit_id, o.visit_id as other_id, array_remove(array[
        case when o.amount <> v.amount then 'amount' end,
        case when o.pay_in <> v.pay_in then 'payIn' end,
        case when o.pay_out <> v.pay_out then 'payOut' end], null) as differing
      from waiting v join waiting o using (corridor_key, provider, day, visitor)
      where v.visit_id = any(${[...visitIds]}::uuid[]) and o.visit_id <> v.visit_id and o.enterer <> v.enterer
    )
    select visit_id, other_id, differing[1] as field from paired where cardinality(differing) = 1
    order by visit_id, other_id
  `.execute(db);
  return rows.map((row) => ({ visitId: row.visit_id, otherId: row.other_id, field: row.field }));
}
