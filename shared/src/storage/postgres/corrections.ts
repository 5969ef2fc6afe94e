import type { Database } from "./database.ts";

/** A figure of ours that was wrong, and what was done about it. Published, and never taken back. */
export interface Correction {
  readonly correctionId: string;
  readonly publishedAt: string;
  /** Such as `be-ma:EUR-MAD`. */
  readonly corridorKey: string;
  readonly provider: string;
  /** The price it was about; null where it was about several. */
  readonly quoteId: string | null;
  readonly what: string;
  readonly why: string;
}

const mostShown = 500;

/** The public log of corrections, newest first. */
export async function readCorrections(database: Database): Promise<readonly Correction[]> {
  const rows = await database.db
    .selectFrom("corrections")
    .selectAll()
    .orderBy("published_at", "desc")
    .orderBy("correction_id", "desc")
    .limit(mostShown)
    .execute();
  return rows.map((row) => ({
    correctionId: row.correction_id,
    publishedAt: row.published_at.toISOString(),
    corridorKey: row.corridor_key,
    provider: row.provider,
    quoteId: row.quote_id,
    what: row.what,
    why: row.why,
  }));
}
