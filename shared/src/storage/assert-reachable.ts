import { ConfigError } from "../domain/index.ts";
import { isCluster, type RedisClient } from "../redis/index.ts";
import { parseRedisAddresses, within } from "../runtime/index.ts";
import type { Database } from "./postgres/database.ts";

export interface OpenedServers {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly redis: RedisClient;
  readonly redisUrl: string;
}

/** As long as PostgreSQL's pool waits for a connection. */
const redisPatienceMs = 5_000;

/**
 * Asks both servers once, at a start, where an address that leads nowhere is a mistake of the operator. Later on a
 * server that is gone is waited for.
 *
 * @throws ConfigError naming the variable, host and port, and what went wrong; never the password.
 */
export async function assertReachable({ database, databaseUrl, redis, redisUrl }: OpenedServers): Promise<void> {
  await Promise.all([assertPostgres(database, databaseUrl), assertRedis(redis, redisUrl)]);
}

/** The same for PostgreSQL alone. */
export async function assertPostgres({ pool }: Pick<Database, "pool">, url: string): Promise<void> {
  try {
    await pool.query("select 1");
  } catch (cause) {
    throw unreachable("DATABASE_URL", placeOf(url, "5432"), cause);
  }
}

/** Redis connects again and again by itself: the last trouble is told when patience ends. */
async function assertRedis(redis: RedisClient, url: string): Promise<void> {
  let trouble: unknown = new Error(`no answer within ${redisPatienceMs / 1_000} seconds`);
  const onError = (error: Error) => {
    trouble = error;
  };
  redis.on("error", onError);
  try {
    if (await within(redisPatienceMs, redis.ping())) return await assertWhole(redis, url);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    trouble = error;
  } finally {
    redis.off("error", onError);
  }
  throw unreachable("REDIS_URL", placesOf(url), trouble);
}

/** One node of a cluster answers PING, and has a part of the keys only. */
async function assertWhole(redis: RedisClient, url: string): Promise<void> {
  if (isCluster(redis) || !/^cluster_enabled:1/m.test(await redis.info("cluster"))) return;
  throw new ConfigError(
    `REDIS_URL names one node of a Redis Cluster (${placesOf(url)}). ` +
      "Name two of its nodes or more, with a comma between: redis://a:6379,redis://b:6379",
  );
}

function placesOf(url: string): string {
  const places = parseRedisAddresses(url).map(({ href }) => placeOf(href, "6379"));
  return places.join(" and ");
}

function unreachable(variable: string, place: string, cause: unknown): ConfigError {
  return new ConfigError(`${variable} cannot be reached at ${place}: ${reasonOf(cause)}`, { cause });
}

/** Host and port; nothing else of the address, which holds a password. */
function placeOf(url: string, usualPort: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname || "a local socket"}:${port || usualPort}`;
}

/** A name with several addresses fails once for each, and says nothing itself. */
function reasonOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  if ("lastNodeError" in error && error.lastNodeError) return reasonOf(error.lastNodeError);
  if ("errors" in error && Array.isArray(error.errors)) return error.errors.map(reasonOf).join(", ");
  return "message" in error ? String(error.message) : String(error);
}
