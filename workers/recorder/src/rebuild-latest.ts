import { closeQueueConnection, defaultQueuePrefix, openQueueConnection } from "@openremit/shared/queue";
import { readEnvironment, serverEnvironment } from "@openremit/shared/runtime";
import { claimMode, createLatestStore, openDatabase, rebuildLatest } from "@openremit/shared/storage";

/** `npm run rebuild:latest`: makes the projection in Redis again from the record in PostgreSQL. */
const environment = readEnvironment(process.env, serverEnvironment);
const database = openDatabase(environment.DATABASE_URL, { applicationName: "openremit rebuild:latest" });
const connection = openQueueConnection(environment.REDIS_URL, "openremit-rebuild-latest");
try {
  const latest = createLatestStore(connection, defaultQueuePrefix);
  await claimMode(database, environment.OPENREMIT_MODE);
  await latest.claimMode(environment.OPENREMIT_MODE);
  const { corridors, entries, rates } = await rebuildLatest(database, latest);
  process.stdout.write(`rebuilt ${corridors} corridors with ${entries} visits, and ${rates} reference rates\n`);
} finally {
  await closeQueueConnection(connection);
  await database.close();
}
