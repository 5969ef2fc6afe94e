import { InputError } from "../../domain/index.ts";
import type { Database } from "../postgres/database.ts";
import { readVisit, type VisitRecord } from "./read-visits.ts";

export interface VisitDecision {
  readonly visitId: string;
  readonly state: "accepted" | "refused";
  /** Which entry stands for the visit; null: the only one, or the first of two that agree. */
  readonly entryId: string | null;
  /** Of a visit that was shown it stands in the public log. */
  readonly why: string;
  readonly now: Date;
}

/**
 * An operator's decision about a visit, kept with its reason. An accepted one may be refused after all: the recorder takes
 * its price back.
 *
 * @throws InputError for an unknown visit or entry, one that is decided so already or refused for good, or where two
 * entries differ and none is named.
 */
export async function decideVisit(database: Database, decision: VisitDecision): Promise<VisitRecord> {
  const { visitId, state, why, now } = decision;
  return await database.db.transaction().execute(async (db) => {
    await db.selectFrom("visits").select("visit_id").where("visit_id", "=", visitId).forUpdate().execute();
    const visit = await readVisit({ db }, visitId);
    if (visit === null) throw new InputError(`There is no visit ${visitId}.`);
    if (visit.state === "refused" || visit.state === state) {
      throw new InputError(`The visit ${visitId} is ${visit.state} already.`);
    }
    const entryId = state === "accepted" ? entryToAccept(visit, decision.entryId) : null;
    const decided = { state, accepted_entry: entryId, to_withdraw: visit.state === "accepted" };
    await db.updateTable("visits").set(decided).where("visit_id", "=", visitId).execute();
    await db
      .insertInto("visit_decisions")
      .values({ visit_id: visitId, state, entry_id: entryId, why, decided_at: now })
      .execute();
    return { ...visit, state, acceptedEntry: entryId };
  });
}

function entryToAccept({ visitId, state, entries }: VisitRecord, wanted: string | null): string {
  if (wanted !== null) {
    if (entries.some(({ entryId }) => entryId === wanted)) return wanted;
    throw new InputError(`The visit ${visitId} has no entry ${wanted}.`);
  }
  const [first] = entries;
  if (first === undefined || state === "differs")
    throw new InputError("The entries differ: say which one, by --entry.");
  return first.entryId;
}
