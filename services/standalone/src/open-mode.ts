import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import { createLogger, type Logger, type Mode } from "@openremit/shared/runtime";
import { openStores, type Stores } from "@openremit/shared/storage";
import { openServers, type ServerOptions, type Servers } from "./embedded/index.ts";
import type { StandaloneEnvironment } from "./environment.ts";

/** The folder of one mode: its servers' data and its log. */
export function modeDirectory(env: Pick<StandaloneEnvironment, "OPENREMIT_DATA_DIR">, mode: Mode): string {
  return resolve(env.OPENREMIT_DATA_DIR, mode);
}

/** A Redis and a PostgreSQL for a mode: named by URL, already running, or embedded. */
export function openServersOf(
  env: StandaloneEnvironment,
  mode: Mode,
  opening: Pick<ServerOptions, "searchPath" | "say" | "stopping">,
): Promise<Servers> {
  return openServers({
    directory: modeDirectory(env, mode),
    programHome: resolve(env.OPENREMIT_DATA_DIR, "redis-server"),
    ...opening,
    redisUrl: env.REDIS_URL,
    databaseUrl: env.DATABASE_URL,
    durable: true,
  });
}

/** The record and its projection on those servers, claimed for the mode. */
export function openStoresOf(servers: Servers, mode: Mode, name: string, logger: Logger): Promise<Stores> {
  const { databaseUrl, redisUrl } = servers;
  return openStores({ databaseUrl, redisUrl, prefix: defaultQueuePrefix, mode, name, logger });
}

/** People see steps on the terminal; the log goes to a file of the mode's folder. */
export async function openLog(
  env: StandaloneEnvironment,
  mode: Mode,
  name: string,
): Promise<{ logger: Logger; path: string }> {
  const directory = modeDirectory(env, mode);
  await mkdir(directory, { recursive: true });
  const path = join(directory, `${name}.log`);
  const destination = createWriteStream(path, { flags: "a" });
  return { logger: createLogger(name, { level: env.LOG_LEVEL, destination }), path };
}
