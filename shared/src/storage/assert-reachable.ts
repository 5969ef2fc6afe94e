import type { Redis } from "ioredis";
import { ConfigError } from "../domain/index.ts";
import { within } from "../runtime/index.ts";
import type { Database } from "./postgres/database.ts";

export interface OpenedServers {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly redis: Redis;
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
async function assertRedis(redis: Redis, url: string): Promise<void> {
  let trouble: unknown = new Error(`no answer within ${redisPatienceMs / 1_000} seconds`);
  const onError = (error: Error) => {
    trouble = error;
  };
  redis.on("error", onError);
  try {
    if (await within(redisPatienceMs, redis.ping())) return;
  } catch (error) {
    trouble = error;
  } finally {
    redis.off("error", onError);
  }
  throw unreachable("REDIS_URL", placeOf(url, "6379"), trouble);
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
  if ("errors" in error && Array.isArray(error.errors)) return error.errors.map(reasonOf).join(", ");
  return "message" in error ? String(error.message) : String(error);
}
