import { mkdir } from "node:fs/promises";
import { within } from "@openremit/shared/runtime";
import { Redis } from "ioredis";
import { findFreePort } from "./free-port.ts";
import { findRedisProgram } from "./redis-program.ts";
import { startServerProcess, type WayToStop, waitUntilReady } from "./server-process.ts";

export interface EmbeddedServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** One that was started here, and can be made to die or hang. */
export interface StartedServer extends EmbeddedServer {
  signal(signal: NodeJS.Signals): void;
}

export interface EmbeddedRedisOptions {
  /** Where its append-only file lives. */
  readonly directory: string;
  /** Where an unpacked distribution package lives, shared by all modes. */
  readonly programHome: string;
  readonly searchPath: string;
  readonly password: string;
  /** A free one unless said. */
  readonly port?: number;
  readonly say: (line: string) => void;
  /** Told as soon as the process is there, before it answers. */
  readonly onSpawned?: (url: string, pid: number) => void;
  readonly stopping?: AbortSignal | undefined;
}

export const wayToStopRedis: WayToStop = { signal: "SIGTERM", deadlineMs: 3_000 };

/** Starts Redis on a loopback port, with every write appended to disk and nothing ever evicted. */
export async function startRedis(options: EmbeddedRedisOptions): Promise<StartedServer> {
  const { stopping } = options;
  const program = await findRedisProgram(options.programHome, options);
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  const port = options.port ?? (await findFreePort());
  stopping?.throwIfAborted();
  const url = `redis://:${options.password}@127.0.0.1:${port}`;
  const server = startServerProcess(program.path, ["-"], {
    cwd: options.directory,
    env: {
      PATH: options.searchPath,
      ...(program.libraryPath === null ? {} : { LD_LIBRARY_PATH: program.libraryPath }),
    },
    // Not as arguments, so that the password stands in no process list.
    input: settings(port, options),
    wayToStop: wayToStopRedis,
  });
  if (server.pid !== undefined) options.onSpawned?.(url, server.pid);
  await waitUntilReady("Redis", server, () => answersRedis(url), stopping);
  return { url, signal: server.signal, stop: server.stop };
}

function settings(port: number, options: EmbeddedRedisOptions): string {
  return [
    "bind 127.0.0.1",
    `port ${port}`,
    `dir "${options.directory}"`,
    `requirepass ${options.password}`,
    "appendonly yes",
    'save ""',
    "maxmemory-policy noeviction",
    "",
  ].join("\n");
}

/** True when a Redis behind this URL answers PING. */
export async function answersRedis(url: string): Promise<boolean> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: null,
    connectTimeout: 1_000,
    maxRetriesPerRequest: 0,
  });
  redis.on("error", () => undefined);
  try {
    // A server that hangs takes the connection and says nothing.
    return await within(
      1_000,
      redis.connect().then(() => redis.ping()),
    );
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
