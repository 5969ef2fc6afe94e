import { chmod, cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findFreePort } from "../../services/standalone/src/embedded/free-port.ts";
import { clusterOwner } from "../../services/standalone/src/embedded/postgres-cluster.ts";
import { startPostgres } from "../../services/standalone/src/embedded/postgres-server.ts";
import type { StartedServer } from "../../services/standalone/src/embedded/redis-server.ts";
import { giveTo, unprivilegedUser } from "../../services/standalone/src/embedded/unprivileged.ts";

/** A PostgreSQL and a streaming replica of it, both a test's own. */
export interface Replicated {
  readonly primaryUrl: string;
  readonly replicaUrl: string;
  /** Dies on the spot. */
  killReplica(): Promise<void>;
  startReplica(): Promise<void>;
  killPrimary(): Promise<void>;
  close(): Promise<void>;
}

const password = "of-no-importance";
const say = (line: string) => void process.stderr.write(`${line}\n`);

export async function startReplicated(): Promise<Replicated> {
  const home = await mkdtemp(join(tmpdir(), "openremit-replica-"));
  await chmod(home, 0o711);
  const common = { password, say, durable: false };
  const primary = await startPostgres({ ...common, directory: join(home, "primary") });
  const directory = join(home, "replica");
  await copyWhileRunning(primary.url, join(home, "primary"), directory);
  const port = await findFreePort();
  let replica: StartedServer = await startPostgres({ ...common, directory, port });
  return {
    primaryUrl: primary.url,
    replicaUrl: replica.url,
    async killReplica() {
      replica.signal("SIGQUIT");
      await replica.stop();
    },
    async startReplica() {
      replica = await startPostgres({ ...common, directory, port });
    },
    async killPrimary() {
      primary.signal("SIGQUIT");
      await primary.stop();
    },
    async close() {
      await Promise.all([replica.stop(), primary.stop()]);
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** What `pg_basebackup -R` does, which the embedded programs lack: PostgreSQL's own low-level backup. */
async function copyWhileRunning(url: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("select pg_backup_start('replica', true)");
  await cp(from, to, { recursive: true, filter: (path) => !/postmaster\.(pid|opts)$/.test(path) });
  const { rows } = await client.query<{ labelfile: string }>("select labelfile from pg_backup_stop(false)");
  await client.end();
  await writeFile(join(to, "backup_label"), rows[0]?.labelfile ?? "");
  await writeFile(join(to, "standby.signal"), "");
  const { port } = new URL(url);
  const leader = `host=127.0.0.1 port=${port} user=${clusterOwner} password=${password}`;
  await writeFile(join(to, "postgresql.auto.conf"), `primary_conninfo = '${leader}'\n`);
  await chmod(to, 0o700);
  const user = unprivilegedUser();
  if (user !== null) await giveTo(user, to);
}
