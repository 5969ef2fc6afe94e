import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError } from "@openremit/shared/domain";
import { openServer } from "./open-server.ts";
import { hasCluster } from "./postgres-cluster.ts";
import { answersPostgres, startPostgres, wayToStopPostgres } from "./postgres-server.ts";
import { answersRedis, type EmbeddedServer, startRedis, wayToStopRedis } from "./redis-server.ts";
import { claimNote, readNote, wayOut } from "./servers-note.ts";

export interface Servers {
  readonly redisUrl: string;
  readonly databaseUrl: string;
  /** Stops what was started here, and what a dead process had left behind; servers of others stay. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** `.data/<mode>`: one folder per mode, so that simulated and real data never share a database. */
  readonly directory: string;
  /** Where an unpacked Redis is kept for all modes. */
  readonly programHome: string;
  readonly searchPath: string;
  readonly redisUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly durable: boolean;
  readonly say: (line: string) => void;
  /** When aborted, nothing is left running and its reason is thrown. */
  readonly stopping?: AbortSignal | undefined;
}

/**
 * Gives a Redis and a PostgreSQL: the ones named by URL (where both are, nothing is written here), else those another
 * OpenRemit process runs on this folder, else those a dead one left running, else embedded ones started now. The note
 * `servers.json` in the folder is how processes find each other.
 *
 * @throws ConfigError where a server cannot be had.
 */
export async function openServers(options: ServerOptions): Promise<Servers> {
  const { redisUrl, databaseUrl } = options;
  if (redisUrl !== undefined && databaseUrl !== undefined)
    return { redisUrl, databaseUrl, stop: async () => undefined };
  await mkdir(options.directory, { recursive: true });
  const password = await claimPassword(options);
  const [redis, postgres] = await bothOrNeither(openRedis(options, password), openPostgres(options, password));
  return {
    redisUrl: redis.url,
    databaseUrl: postgres.url,
    stop: async () => {
      await Promise.all([redis.stop(), postgres.stop()]);
    },
  };
}

/** Known before any server starts, so that a start that is killed half-way leaves nothing that nobody may enter. */
async function claimPassword({ directory, databaseUrl }: ServerOptions): Promise<string> {
  const isLost = readNote(directory) === null && (await hasCluster(join(directory, "postgres")));
  if (isLost && databaseUrl === undefined) {
    throw new ConfigError(`${join(directory, "postgres")} holds data whose password is lost. ${wayOut(directory)}`);
  }
  return claimNote(directory).password;
}

/** Waits for both; when one fails, the other is stopped again, so that nothing is left behind. */
async function bothOrNeither(...starting: [Promise<EmbeddedServer>, Promise<EmbeddedServer>]) {
  const ended = await Promise.allSettled(starting);
  if (ended.every((one) => one.status === "fulfilled")) return Promise.all(starting);
  await Promise.all(ended.map((one) => (one.status === "fulfilled" ? one.value.stop() : undefined)));
  return Promise.all(starting);
}

async function openRedis(options: ServerOptions, password: string): Promise<EmbeddedServer> {
  const { directory, redisUrl, stopping } = options;
  if (redisUrl !== undefined) return ofTheOperator(redisUrl);
  const start = (onSpawned: (url: string, pid: number) => void) =>
    startRedis({ ...options, directory: join(directory, "redis"), password, onSpawned });
  return openServer(directory, { kind: "redis", wayToStop: wayToStopRedis, answers: answersRedis, start }, stopping);
}

async function openPostgres(options: ServerOptions, password: string): Promise<EmbeddedServer> {
  const { directory, databaseUrl, stopping } = options;
  if (databaseUrl !== undefined) return ofTheOperator(databaseUrl);
  const start = (onSpawned: (url: string, pid: number) => void) =>
    startPostgres({ ...options, directory: join(directory, "postgres"), password, onSpawned });
  const ways = { kind: "postgres", wayToStop: wayToStopPostgres, answers: answersPostgres, start } as const;
  return openServer(directory, ways, stopping);
}

function ofTheOperator(url: string): EmbeddedServer {
  return { url, stop: async () => undefined };
}
