import { type Kysely, type Migration, Migrator } from "kysely";
import { ConfigError } from "../../domain/index.ts";
import type { Database } from "./database.ts";
import * as foundation from "./migrations/0001-foundation.ts";
import * as runConduct from "./migrations/0002-run-conduct.ts";
import * as reports from "./migrations/0003-reports.ts";
import * as survey from "./migrations/0004-survey.ts";
import * as surveyFlows from "./migrations/0005-survey-flows.ts";
import * as apiKeys from "./migrations/0006-api-keys.ts";
import * as visits from "./migrations/0007-visits.ts";
import * as reportDecisions from "./migrations/0008-report-decisions.ts";
import * as surveyRecorded from "./migrations/0009-survey-recorded.ts";
import * as quarantine from "./migrations/0010-quarantine.ts";
import * as visitsTakenBack from "./migrations/0011-visits-taken-back.ts";
import * as surveyWithdrawn from "./migrations/0012-survey-withdrawn.ts";
import { buildStatement, type Reading, runStatement } from "./statement.ts";

/** In order of their names. A migration that was released is never edited; there is no way back, only forward. */
const migrations: Readonly<Record<string, Migration>> = {
  "0001-foundation": foundation,
  "0002-run-conduct": runConduct,
  "0003-reports": reports,
  "0004-survey": survey,
  "0005-survey-flows": surveyFlows,
  "0006-api-keys": apiKeys,
  "0007-visits": visits,
  "0008-report-decisions": reportDecisions,
  "0009-survey-recorded": surveyRecorded,
  "0010-quarantine": quarantine,
  "0011-visits-taken-back": visitsTakenBack,
  "0012-survey-withdrawn": surveyWithdrawn,
};

/** Names of every migration this version of the code knows, in order. */
export const knownMigrations: readonly string[] = Object.keys(migrations).sort();

/**
 * Brings the database's tables up to this version of the code, all or nothing. Several processes may do so at once:
 * the first one works, the others wait. A database that a newer version has brought further is left as it is: migrations
 * only add, so that this version goes on serving while it is replaced (shared/docs/operating.md, "Upgrade").
 *
 * @returns names of the migrations that were applied now.
 * @throws ConfigError where the database was migrated along another line than this version's.
 */
export async function migrateToLatest(database: Database): Promise<readonly string[]> {
  if (await isAhead(database)) return [];
  const { error, results } = await migratorOn(database.db).migrateToLatest();
  // A newer version may have come in between.
  if (error !== undefined && (await isAhead(database))) return [];
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/**
 * Makes the tables as they were after one migration, inside whatever transaction the connection is in.
 *
 * @throws ConfigError where this version does not know the migration: a newer one made it.
 */
export async function migrateTo<Tables>(db: Kysely<Tables>, migration: string): Promise<void> {
  if (!knownMigrations.includes(migration)) {
    throw new ConfigError(`migration ${migration} is not known to this version of OpenRemit: a newer one made it.`);
  }
  const { error } = await migratorOn(db, { disableTransactions: true }).migrateTo(migration);
  if (error !== undefined) throw error;
}

const isMigrated = buildStatement("is-migrated", "select to_regclass('kysely_migration') is not null as is_migrated");
const applied = buildStatement("applied-migrations", "select name from kysely_migration order by name");

/** Names of the migrations a database has been through, in order; none where it is new. */
export async function readMigrations({ pool }: Reading): Promise<readonly string[]> {
  const [said] = await runStatement<{ readonly is_migrated: boolean }>(pool, isMigrated, {});
  if (said?.is_migrated !== true) return [];
  return (await runStatement<{ readonly name: string }>(pool, applied, {})).map(({ name }) => name);
}

async function isAhead(database: Database): Promise<boolean> {
  const names = await readMigrations(database);
  const strange = names.filter((name) => !knownMigrations.includes(name));
  if (strange.length === 0) return false;
  const missing = knownMigrations.filter((name) => !names.includes(name));
  if (missing.length === 0) return true;
  throw new ConfigError(
    `The database behind DATABASE_URL went through ${strange.join(", ")}, which this version of OpenRemit does not know, ` +
      `and lacks ${missing.join(", ")}. Start the version that migrated it, or restore a backup of before.`,
  );
}

function migratorOn<Tables>(db: Kysely<Tables>, options: { readonly disableTransactions?: boolean } = {}): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) }, ...options });
}
