import type { Database } from "./database.ts";

/** A source that answers key holders only, and whose key the collector does not have. */
export interface MissingKey {
  readonly source: string;
  /** The environment variable that is not set. */
  readonly variable: string;
}

/**
 * Says which keys are missing, in place of what was said before: only the collector can know, and the others read it
 * here. A key that was missing already keeps the time since when.
 */
export async function replaceMissingKeys(database: Database, missing: readonly MissingKey[], at: Date): Promise<void> {
  await database.db.transaction().execute(async (transaction) => {
    const sources = missing.map(({ source }) => source);
    await transaction
      .deleteFrom("missing_keys")
      .$if(sources.length > 0, (query) => query.where("source", "not in", sources))
      .execute();
    if (missing.length === 0) return;
    await transaction
      .insertInto("missing_keys")
      .values(missing.map(({ source, variable }) => ({ source, variable, since: at })))
      .onConflict((conflict) =>
        conflict.column("source").doUpdateSet({ variable: (row) => row.ref("excluded.variable") }),
      )
      .execute();
  });
}

/** Missing keys by source. */
export async function readMissingKeys(
  database: Database,
): Promise<Map<string, { readonly variable: string; readonly since: string }>> {
  const rows = await database.db.selectFrom("missing_keys").selectAll().execute();
  return new Map(rows.map(({ source, variable, since }) => [source, { variable, since: since.toISOString() }]));
}
