import { dirname } from "node:path";
import { ConfigError } from "@openremit/shared/domain";
import { errorCodeOf, within } from "@openremit/shared/runtime";
import pg from "pg";
import { findFreePort } from "./free-port.ts";
import { clusterOwner, prepareCluster } from "./postgres-cluster.ts";
import { findPostgresPrograms } from "./postgres-programs.ts";
import type { StartedServer } from "./redis-server.ts";
import { startServerProcess, type WayToStop, waitUntilReady } from "./server-process.ts";
import { wayOut } from "./servers-note.ts";
import { unprivilegedUser } from "./unprivileged.ts";

export interface EmbeddedPostgresOptions {
  /** Where the cluster lives; made on the first start. */
  readonly directory: string;
  readonly password: string;
  /** A free one unless said. */
  readonly port?: number;
  readonly say: (line: string) => void;
  /** Off only where losing the data is fine (tests): a crash may then corrupt it. */
  readonly durable: boolean;
  /** Told as soon as the process is there, before it answers. */
  readonly onSpawned?: (url: string, pid: number) => void;
  readonly stopping?: AbortSignal | undefined;
}

/** "Fast shutdown": ends sessions, rolls back what they had open. */
export const wayToStopPostgres: WayToStop = { signal: "SIGINT", deadlineMs: 4_000 };

/** Starts PostgreSQL on a loopback port. As root it runs as an unprivileged user. */
export async function startPostgres(options: EmbeddedPostgresOptions): Promise<StartedServer> {
  const { directory, password, stopping } = options;
  const user = unprivilegedUser();
  const programs = await findPostgresPrograms(user);
  const cluster = await prepareCluster({ ...options, user, initdb: programs.initdb });
  const port = options.port ?? (await findFreePort());
  stopping?.throwIfAborted();
  const url = `postgres://${clusterOwner}:${password}@127.0.0.1:${port}/postgres`;
  const server = startServerProcess(programs.postgres, ["-D", cluster, ...settings(port, options.durable)], {
    ...(user ?? {}),
    cwd: "/",
    env: { LC_ALL: "C", TZ: "UTC" },
    input: "",
    wayToStop: wayToStopPostgres,
  });
  if (server.pid !== undefined) options.onSpawned?.(url, server.pid);
  const isReady = async () => {
    const said = await askPostgres(url);
    if (said === "wrong password") {
      throw new ConfigError(`${directory} was made with another password. ${wayOut(dirname(directory))}`);
    }
    return said === "answers";
  };
  await waitUntilReady("PostgreSQL", server, isReady, stopping);
  return { url, signal: server.signal, stop: server.stop };
}

function settings(port: number, durable: boolean): string[] {
  const values = {
    port: `${port}`,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: "64MB",
    timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** True when a PostgreSQL behind this URL answers a query. */
export async function answersPostgres(url: string): Promise<boolean> {
  return (await askPostgres(url)) === "answers";
}

async function askPostgres(url: string): Promise<"answers" | "wrong password" | "silent"> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on("error", () => undefined);
  try {
    const answered = client.connect().then(() => client.query("select 1"));
    return (await within(1_500, answered)) ? "answers" : "silent";
  } catch (error) {
    return errorCodeOf(error) === "28P01" ? "wrong password" : "silent";
  } finally {
    await within(500, client.end()).catch(() => undefined);
  }
}
