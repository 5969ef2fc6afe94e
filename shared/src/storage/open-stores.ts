import { openRedis, type RedisClient } from "../redis/index.ts";
import type { Logger, Mode, Registry } from "../runtime/index.ts";
import { assertReachable } from "./assert-reachable.ts";
import { claimMode } from "./postgres/claim-mode.ts";
import { type Database, openDatabase } from "./postgres/database.ts";
import { migrateToLatest } from "./postgres/migrate.ts";
import { createReadingDatabase } from "./reading/index.ts";
import { createLatestStore, type LatestStore } from "./redis/latest-store.ts";
import { createServerErrors } from "./server-errors.ts";

export interface StoresOptions {
  readonly databaseUrl: string;
  /** A streaming replica of it, where one is to be read from. */
  readonly databaseReadUrl?: string | undefined;
  readonly redisUrl: string;
  /** In front of every Redis key. */
  readonly prefix: string;
  readonly mode: Mode;
  /** The process, as PostgreSQL and Redis list it. */
  readonly name: string;
  readonly logger: Logger;
  /** Where failures of the servers are counted; nowhere unless said. */
  readonly metrics?: Registry;
}

/** The record and its projection, migrated and claimed for one mode. */
export interface Stores {
  readonly database: Database;
  /** For whoever only reads of the past: a replica while there is one that keeps up, else `database`. */
  readonly reading: Database;
  readonly latest: LatestStore;
  readonly redis: RedisClient;
  close(): Promise<void>;
}

/**
 * Opens PostgreSQL and Redis, brings the tables up to date and claims both for the mode.
 *
 * @throws ConfigError where either cannot be reached, or holds data of the other mode.
 */
export async function openStores(options: StoresOptions): Promise<Stores> {
  const { logger, name, mode } = options;
  const errors = createServerErrors(options.metrics);
  const postgres = {
    applicationName: name,
    onConnectionLost: (error: Error) => logger.warn({ err: error }, "connection to PostgreSQL lost"),
    onTrouble: () => errors.count("postgres"),
  };
  const database = openDatabase(options.databaseUrl, postgres);
  let reading = database;
  const redis = openRedis(options.redisUrl, { connectionName: name });
  redis.on("error", (error) => {
    errors.count("redis");
    logger.warn({ err: error }, "connection to Redis lost");
  });
  const latest = createLatestStore(redis, options.prefix);
  const close = async () => {
    redis.disconnect();
    if (reading !== database) await reading.close();
    await database.close();
  };
  try {
    await assertReachable({ ...options, database, redis });
    await migrateToLatest(database);
    await claimMode(database, mode);
    await latest.claimMode(mode);
    if (options.databaseReadUrl !== undefined) {
      const replica = openDatabase(options.databaseReadUrl, postgres);
      reading = createReadingDatabase({ primary: database, replica, logger });
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { database, reading, latest, redis, close };
}
