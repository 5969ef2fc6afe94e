import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { ConfigError } from "@openremit/shared/domain";
import pg from "pg";
import { findFreePort } from "./free-port.ts";
import { findPostgresPrograms, type PostgresPrograms } from "./postgres-programs.ts";
import type { StartedServer } from "./redis-server.ts";
import { startServerProcess, stopServerProcess, waitUntilReady } from "./server-process.ts";
import { giveTo, letsOthersIn, type ServerUser, unprivilegedUser } from "./unprivileged.ts";

const run = promisify(execFile);
const owner = "openremit";

export interface EmbeddedPostgresOptions {
  /** Where the cluster lives; made on the first start. */
  readonly directory: string;
  readonly password: string;
  /** A free one unless said. */
  readonly port?: number;
  readonly say: (line: string) => void;
  /** Off only where losing the data is fine (tests): a crash may then corrupt it. */
  readonly durable: boolean;
}

/** Starts PostgreSQL on a loopback port. As root it runs as an unprivileged user. */
export async function startPostgres(options: EmbeddedPostgresOptions): Promise<StartedServer> {
  const user = unprivilegedUser();
  const programs = await findPostgresPrograms(user);
  const cluster = await placeOfCluster(options.directory, user, options.say);
  if (!(await stat(join(cluster, "PG_VERSION")).catch(() => null))) {
    await createCluster(programs, cluster, user, options.password);
  }
  const port = options.port ?? (await findFreePort());
  const url = `postgres://${owner}:${options.password}@127.0.0.1:${port}/postgres`;
  const server = startServerProcess(programs.postgres, ["-D", cluster, ...settings(port, options.durable)], {
    ...(user ?? {}),
    cwd: "/",
    env: { LC_ALL: "C", TZ: "UTC" },
  });
  server.child.stdin?.end();
  await waitUntilReady("PostgreSQL", server, () => answersPostgres(url));
  return {
    url,
    signal: (signal) => void server.child.kill(signal),
    stop: () => stopServerProcess(server, "SIGINT", 4_000),
  };
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

/** The folder itself; or, where the server's user may not walk into it, one in /var/tmp that the folder points to. */
async function placeOfCluster(
  directory: string,
  user: ServerUser | null,
  say: (line: string) => void,
): Promise<string> {
  const above = join(directory, "..");
  await mkdir(above, { recursive: true });
  if (user === null || (await letsOthersIn(above))) return directory;
  const name = createHash("sha256").update(directory).digest("hex").slice(0, 12);
  const elsewhere = `/var/tmp/openremit-postgres-data-${name}`;
  const isNew = await symlink(elsewhere, directory).then(
    () => true,
    () => false,
  );
  if (isNew) {
    // Whatever lies there belonged to a data folder that somebody removed.
    await rm(elsewhere, { recursive: true, force: true });
    say(`PostgreSQL's user may not enter this checkout: its data lives in ${elsewhere}`);
  }
  return elsewhere;
}

async function createCluster(
  programs: PostgresPrograms,
  cluster: string,
  user: ServerUser | null,
  password: string,
): Promise<void> {
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  const secrets = await mkdtemp("/tmp/openremit-");
  const passwordFile = join(secrets, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== null) await Promise.all([giveTo(user, cluster), giveTo(user, secrets)]);
  const args = [
    "-D",
    cluster,
    "-U",
    owner,
    "--pwfile",
    passwordFile,
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
    "--locale=C",
  ];
  try {
    await run(programs.initdb, args, { ...(user ?? {}), cwd: "/", env: { LC_ALL: "C", TZ: "UTC" } });
  } catch (cause) {
    await rm(cluster, { recursive: true, force: true });
    throw new ConfigError(`PostgreSQL could not create its data folder ${cluster}: ${String(cause)}`, { cause });
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

/** True when a PostgreSQL behind this URL answers a query. */
export async function answersPostgres(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
