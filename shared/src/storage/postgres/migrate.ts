import { type Migration, Migrator } from "kysely";
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
};

/**
 * Brings the database's tables up to this version of the code, all or nothing. Several processes may do so at once:
 * the first one works, the others wait.
 *
 * @returns names of the migrations that were applied now.
 */
export async function migrateToLatest(database: Database): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database.db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
