import { parseEnvironment, runProcess } from "@openremit/shared/runtime";
import { assertPostgres, claimMode, migrateToLatest, openDatabase } from "@openremit/shared/storage";
import { migrateEnvironment } from "../variables.ts";

/**
 * `npm run migrate`: brings the tables up to this version and claims the database for the mode, then ends. Every process
 * does so at its start, too; done before, no two of them wait for each other.
 */
await runProcess(async () => {
  const env = parseEnvironment(process.env, migrateEnvironment);
  const database = openDatabase(env.DATABASE_URL, { poolSize: 1, applicationName: "openremit migrate" });
  try {
    await assertPostgres(database, env.DATABASE_URL);
    const applied = await migrateToLatest(database);
    await claimMode(database, env.OPENREMIT_MODE);
    process.stdout.write(applied.length === 0 ? "The tables are up to date.\n" : `Applied ${applied.join(", ")}.\n`);
  } finally {
    await database.close();
  }
});
