import { ConfigError } from "../../domain/index.ts";
import type { Mode } from "../../runtime/index.ts";
import type { Database } from "./database.ts";

/**
 * Stores the mode in an unclaimed database, and refuses one that holds the other mode's data.
 *
 * @throws ConfigError when the database belongs to the other mode.
 */
export async function claimMode(database: Database, mode: Mode): Promise<void> {
  await database.db
    .insertInto("meta")
    .values({ key: "mode", value: mode })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const stored = await database.db.selectFrom("meta").select("value").where("key", "=", "mode").executeTakeFirst();
  if (stored !== undefined && stored.value !== mode)
    throw otherMode("PostgreSQL database", "DATABASE_URL", stored.value, mode);
}

export function otherMode(server: string, variable: string, stored: string, wanted: string): ConfigError {
  return new ConfigError(
    `This ${server} holds ${stored} data and was opened in ${wanted} mode. ` +
      `Give ${variable} a ${server} of its own for ${wanted} data, or start in ${stored} mode.`,
    { details: { stored, wanted } },
  );
}
