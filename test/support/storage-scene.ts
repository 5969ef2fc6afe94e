import {
  createLatestStore,
  type Database,
  type LatestStore,
  migrateToLatest,
  openDatabase,
} from "@openremit/shared/storage";
import { Redis } from "ioredis";
import { freshDatabaseUrl, freshRedis } from "./servers.ts";

export interface StorageScene {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly prefix: string;
  readonly database: Database;
  /** The same: a replica is nowhere. */
  readonly reading: Database;
  readonly redis: Redis;
  readonly latest: LatestStore;
  close(): Promise<void>;
}

/** A migrated database and a projection of its own on the test run's servers, or on a Redis of the test's own. */
export async function openStorageScene(ownRedisUrl?: string): Promise<StorageScene> {
  const databaseUrl = await freshDatabaseUrl();
  const { url, prefix } = freshRedis();
  const redisUrl = ownRedisUrl ?? url;
  const database = openDatabase(databaseUrl);
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  redis.on("error", () => undefined);
  await migrateToLatest(database);
  const latest = createLatestStore(redis, prefix);
  const close = async () => {
    await database.close();
    redis.disconnect();
  };
  return { databaseUrl, redisUrl, prefix, database, reading: database, redis, latest, close };
}

export async function countRows(database: Database, table: string): Promise<number> {
  const { rows } = await database.pool.query<{ rows: number }>(`select count(*)::integer as rows from ${table}`);
  return rows[0]?.rows ?? -1;
}
