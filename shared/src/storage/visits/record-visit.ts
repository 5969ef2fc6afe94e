import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { VisitAnswer } from "../../contracts/index.ts";
import { corridorKey, DomainError, settleVisit, type VisitNote, type VisitState } from "../../domain/index.ts";
import type { KnownKey } from "../keys/key-ring.ts";
import type { Database } from "../postgres/database.ts";
import type { Tables } from "../postgres/tables.ts";
import { readNearVisits } from "./near-visits.ts";
import { readEntries, toEntry } from "./read-visits.ts";
import { hashOf, identityOf, type StoredVisit } from "./stored-visit.ts";

export interface EnteredVisit {
  readonly visit: StoredVisit;
  readonly key: KnownKey;
  readonly notes: readonly VisitNote[];
  readonly now: Date;
}

/**
 * Keeps an entry of a visit and settles the visit: a second entry by somebody else that says the same lets it be shown,
 * or an operator look at it first. One that waits says where somebody else's visit is the same but for one field. The same
 * entry sent again is the same entry. What was decided stays decided.
 */
export async function recordVisit(database: Database, entered: EnteredVisit): Promise<VisitAnswer> {
  const { visit, key, now } = entered;
  const enterer = `${key.holder}/${visit.enteredBy}`;
  const contentHash = hashOf([enterer, visit]);
  return await database.db.transaction().execute(async (db) => {
    const { visit_id: visitId, state } = await openVisit(db, visit, now);
    await db
      .insertInto("visit_entries")
      .values({
        entry_id: randomUUID(),
        visit_id: visitId,
        content_hash: contentHash,
        key_id: key.keyId,
        holder: key.holder,
        enterer,
        label: key.label,
        entry: JSON.stringify(visit),
        notes: [...entered.notes],
        entered_at: now,
      })
      .onConflict((conflict) => conflict.column("content_hash").doNothing())
      .execute();
    const rows = await readEntries(db, visitId);
    const own = rows.find((row) => row.contentHash === contentHash);
    if (own === undefined) throw new DomainError("an entry of a visit was neither kept nor found");
    const settled = settleVisit(rows.map(toEntry));
    const answer = { visitId, entryId: own.entryId, enteredAt: own.enteredAt, notes: [...own.notes] };
    if (state === "accepted" || state === "refused") return { ...answer, state, differing: [] };
    const { state: next, entryId } = settled;
    await db
      .updateTable("visits")
      .set({ state: next, accepted_entry: next === "accepted" ? entryId : null })
      .where("visit_id", "=", visitId)
      .execute();
    const near = next === "waiting" ? await readNearVisits(db, [visitId]) : [];
    const differing = next === "waiting" ? new Set(near.map(({ field }) => field)) : settled.differing;
    return { ...answer, state: next, differing: [...differing] };
  });
}

/** The visit of an entry, locked: entries of one visit are settled one after the other. */
async function openVisit(
  db: Kysely<Tables>,
  visit: StoredVisit,
  now: Date,
): Promise<{ visit_id: string; state: VisitState }> {
  const identity = identityOf(visit);
  await db
    .insertInto("visits")
    .values({
      visit_id: randomUUID(),
      identity,
      corridor_key: corridorKey(visit.corridor),
      provider: visit.provider,
      amount: visit.amount,
      visited_at: visit.visitedAt,
      state: "waiting",
      accepted_entry: null,
      published_run: null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column("identity").doNothing())
    .execute();
  return await db
    .selectFrom("visits")
    .select(["visit_id", "state"])
    .where("identity", "=", identity)
    .forUpdate()
    .executeTakeFirstOrThrow();
}
