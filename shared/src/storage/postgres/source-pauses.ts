import type { Database } from "./database.ts";

/** A source that is not asked until somebody resumes it. */
export interface SourcePause {
  readonly reason: string;
  readonly pausedAt: string;
}

/** Pauses a source. One that is paused already keeps its first reason and time. */
export async function pauseSource(database: Database, source: string, reason: string, at: Date): Promise<void> {
  await database.db
    .insertInto("source_pauses")
    .values({ source, reason, paused_at: at, resumed_at: null })
    .onConflict((conflict) => conflict.column("source").where("resumed_at", "is", null).doNothing())
    .execute();
}

/** Ends a pause, which stays as history. Nothing happens when the source is not paused. */
export async function resumeSource(database: Database, source: string, at: Date): Promise<void> {
  await database.db
    .updateTable("source_pauses")
    .set({ resumed_at: at })
    .where("source", "=", source)
    .where("resumed_at", "is", null)
    .execute();
}

/** Standing pauses by source. */
export async function readPauses(database: Database): Promise<Map<string, SourcePause>> {
  const rows = await database.db
    .selectFrom("source_pauses")
    .select(["source", "reason", "paused_at"])
    .where("resumed_at", "is", null)
    .orderBy("source")
    .execute();
  return new Map(rows.map((row) => [row.source, { reason: row.reason, pausedAt: row.paused_at.toISOString() }]));
}
