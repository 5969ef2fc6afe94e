import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError } from "@openremit/shared/domain";
import { runProgram } from "./run-program.ts";
import { giveTo, letsOthersIn, type ServerUser } from "./unprivileged.ts";

/** Who owns the cluster, for PostgreSQL itself. */
export const clusterOwner = "openremit";

export interface ClusterOptions {
  readonly directory: string;
  readonly user: ServerUser | null;
  readonly initdb: string;
  readonly password: string;
  readonly say: (line: string) => void;
  readonly stopping?: AbortSignal | undefined;
}

/** True where an earlier start left a cluster, whose password only its note knows. */
export async function hasCluster(directory: string): Promise<boolean> {
  return (await stat(join(directory, "PG_VERSION")).catch(() => null)) !== null;
}

/** The place of the data folder, made on the first start: whole or not at all. */
export async function prepareCluster(options: ClusterOptions): Promise<string> {
  const cluster = await placeOfCluster(options);
  if (!(await hasCluster(cluster))) await createCluster(cluster, options);
  return cluster;
}

/** The folder itself; or, where the server's user may not walk into it, one in /var/tmp that the folder points to. */
async function placeOfCluster({ directory, user, say }: ClusterOptions): Promise<string> {
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

async function createCluster(cluster: string, { user, initdb, password, stopping }: ClusterOptions): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const secrets = await mkdtemp("/tmp/openremit-");
  const passwordFile = join(secrets, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== null) await Promise.all([giveTo(user, unfinished), giveTo(user, secrets)]);
  const access = ["-U", clusterOwner, "--pwfile", passwordFile, "-A", "scram-sha-256"];
  try {
    await runProgram(initdb, ["-D", unfinished, ...access, "-E", "UTF8", "--locale=C"], {
      ...(user ?? {}),
      cwd: "/",
      env: { LC_ALL: "C", TZ: "UTC" },
      ...(stopping && { signal: stopping }),
    });
    await rm(cluster, { recursive: true, force: true });
    await rename(unfinished, cluster);
  } catch (cause) {
    stopping?.throwIfAborted();
    throw new ConfigError(`PostgreSQL could not create its data folder ${cluster}: ${String(cause)}`, { cause });
  } finally {
    await rm(secrets, { recursive: true, force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}
