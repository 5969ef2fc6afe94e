import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { answersPostgres, startPostgres } from "./postgres-server.ts";
import { answersRedis, startRedis } from "./redis-server.ts";

export interface Servers {
  readonly redisUrl: string;
  readonly databaseUrl: string;
  /** Stops what was started here; servers that were already running stay. */
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
}

const note = z.object({ password: z.string(), redisUrl: z.string().nullable(), databaseUrl: z.string().nullable() });
type Note = z.infer<typeof note>;

/**
 * Gives a Redis and a PostgreSQL: the ones named by URL, else those another OpenRemit process already runs on this
 * folder, else embedded ones started now. The note `servers.json` in the folder is how processes find each other.
 */
export async function openServers(options: ServerOptions): Promise<Servers> {
  await mkdir(options.directory, { recursive: true });
  const kept = await readNote(options.directory);
  const password = kept?.password ?? randomBytes(18).toString("hex");
  const [redis, postgres] = await bothOrNeither(
    openRedis(options, kept, password),
    openPostgres(options, kept, password),
  );
  await writeNote(options.directory, { password, redisUrl: redis.url, databaseUrl: postgres.url });
  return {
    redisUrl: redis.url,
    databaseUrl: postgres.url,
    stop: async () => {
      await Promise.all([redis.stop(), postgres.stop()]);
    },
  };
}

type Opened = Pick<Servers, "stop"> & { readonly url: string };

/** Waits for both; when one fails, the other is stopped again, so that nothing is left behind. */
async function bothOrNeither(...starting: [Promise<Opened>, Promise<Opened>]) {
  const ended = await Promise.allSettled(starting);
  if (ended.every((one) => one.status === "fulfilled")) return Promise.all(starting);
  await Promise.all(ended.map((one) => (one.status === "fulfilled" ? one.value.stop() : undefined)));
  return Promise.all(starting);
}

async function openRedis(options: ServerOptions, kept: Note | null, password: string) {
  const url = options.redisUrl ?? (await runningAt(kept?.redisUrl, answersRedis));
  if (url !== undefined) return already(url);
  const directory = join(options.directory, "redis");
  return startRedis({ ...options, directory, password });
}

async function openPostgres(options: ServerOptions, kept: Note | null, password: string) {
  const url = options.databaseUrl ?? (await runningAt(kept?.databaseUrl, answersPostgres));
  if (url !== undefined) return already(url);
  const directory = join(options.directory, "postgres");
  return startPostgres({ ...options, directory, password });
}

function already(url: string) {
  return { url, stop: async () => undefined };
}

async function runningAt(url: string | null | undefined, answers: (url: string) => Promise<boolean>) {
  return typeof url === "string" && (await answers(url)) ? url : undefined;
}

async function readNote(directory: string): Promise<Note | null> {
  const text = await readFile(join(directory, "servers.json"), "utf8").catch(() => null);
  if (text === null) return null;
  const read = note.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}

async function writeNote(directory: string, content: Note): Promise<void> {
  await writeFile(join(directory, "servers.json"), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}
