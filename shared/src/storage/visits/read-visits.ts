import { type Kysely, sql } from "kysely";
import { InputError, type VisitEntry, type VisitNote, type VisitState, visitStates } from "../../domain/index.ts";
import type { Database } from "../postgres/database.ts";
import type { Tables } from "../postgres/tables.ts";
import { comparedFields, type StoredVisit } from "./stored-visit.ts";

/** One entry as it was made. */
export interface EntryOfVisit {
  readonly entryId: string;
  readonly contentHash: string;
  readonly enterer: string;
  /** Of the key it was made with. */
  readonly label: string;
  readonly visit: StoredVisit;
  readonly notes: readonly VisitNote[];
  readonly enteredAt: string;
}

export interface VisitRecord {
  readonly visitId: string;
  readonly state: VisitState;
  readonly corridorKey: string;
  readonly provider: string;
  readonly amount: string;
  readonly visitedAt: string;
  readonly acceptedEntry: string | null;
  readonly isPublished: boolean;
  readonly entries: readonly EntryOfVisit[];
}

/** Entries of a visit in the order they were made. */
export async function readEntries(db: Kysely<Tables>, visitId: string): Promise<readonly EntryOfVisit[]> {
  const rows = await db
    .selectFrom("visit_entries")
    .selectAll()
    .where("visit_id", "=", visitId)
    .orderBy("entry_number")
    .execute();
  return rows.map((row) => ({
    entryId: row.entry_id,
    contentHash: row.content_hash,
    enterer: row.enterer,
    label: row.label,
    visit: row.entry,
    notes: row.notes,
    enteredAt: row.entered_at.toISOString(),
  }));
}

/** For `settleVisit`. */
export function toEntry({ entryId, enterer, visit, notes }: EntryOfVisit): VisitEntry {
  return { entryId, enterer, fields: comparedFields(visit), notes };
}

const mostListed = 200;

/**
 * Visits with their entries, and how many there are: those that need a decision first, then those that wait, the oldest
 * of each on top; then the newest.
 */
export async function readVisits(
  { db }: Pick<Database, "db">,
  states: readonly VisitState[] = visitStates,
): Promise<{ readonly count: number; readonly visits: readonly VisitRecord[] }> {
  const rows = await db
    .selectFrom("visits")
    .select(["visit_id", sql<number>`(count(*) over ())::integer`.as("count")])
    .where("state", "in", [...states])
    .orderBy(sql`case when state in ('held', 'differs') then 0 when state = 'waiting' then 1 else 2 end`)
    .orderBy(sql`case when state in ('held', 'differs', 'waiting') then created_at end`)
    .orderBy("created_at", "desc")
    .limit(mostListed)
    .execute();
  const visits = await Promise.all(rows.map((row) => readVisit({ db }, row.visit_id)));
  return { count: rows[0]?.count ?? 0, visits: visits.filter((visit) => visit !== null) };
}

const shortestId = /^[0-9a-f]{8}[0-9a-f-]{0,28}$/;

/** @throws InputError where no visit has this id, or several begin with it. */
export async function findVisit(database: Database, id: string): Promise<VisitRecord> {
  if (!shortestId.test(id)) throw new InputError(`"${id}" is no id of a visit. The list shows the first 8 characters.`);
  const { rows } = await database.pool.query<{ visit_id: string }>(
    "select visit_id from visits where visit_id::text like $1 || '%' limit 2",
    [id],
  );
  const [row, other] = rows;
  if (other !== undefined) throw new InputError(`Several visits begin with ${id}. Write more of the id.`);
  const visit = row === undefined ? null : await readVisit(database, row.visit_id);
  if (visit === null) throw new InputError(`There is no visit ${id}.`);
  return visit;
}

/** Null where there is no such visit. */
export async function readVisit({ db }: Pick<Database, "db">, visitId: string): Promise<VisitRecord | null> {
  const row = await db.selectFrom("visits").selectAll().where("visit_id", "=", visitId).executeTakeFirst();
  if (row === undefined) return null;
  return {
    visitId: row.visit_id,
    state: row.state,
    corridorKey: row.corridor_key,
    provider: row.provider,
    amount: row.amount,
    visitedAt: row.visited_at.toISOString(),
    acceptedEntry: row.accepted_entry,
    isPublished: row.published_run !== null,
    entries: await readEntries(db, row.visit_id),
  };
}
