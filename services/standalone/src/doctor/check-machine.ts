import { constants } from "node:fs";
import { access, stat, statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { errorCodeOf, fileSuffix, releasesDirectory } from "@openremit/shared/runtime";
import { hasCluster } from "../embedded/postgres-cluster.ts";
import { modeDirectory } from "../open-mode.ts";
import { variableOf } from "../variables.ts";
import { doubtful, type Finding, good, wrong } from "./finding.ts";
import type { DoctorGround } from "./ground.ts";

/** Below the first, a day's work may not fit; below the second, PostgreSQL and Redis stop. */
const disk = { doubtfulBytes: 5e9, wrongBytes: 5e8 };

/** The least Node that everything here runs on. */
const leastNode = { major: 20, minor: 19 };

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version
    .replace(/^v/, "")
    .split(".")
    .map((part) => Number.parseInt(part, 10));
  const isGood = major > leastNode.major || (major === leastNode.major && minor >= leastNode.minor);
  if (isGood) return good("Node", version);
  return wrong(
    "Node",
    `${version} is too old.`,
    `Install Node ${leastNode.major}.${leastNode.minor} or newer (nodejs.org).`,
  );
}

/** Where releases stand; and the data folder where a server of ours is to keep its data there. */
export async function checkDisk({ env, mode }: DoctorGround): Promise<readonly Finding[]> {
  const hasOwnServer = env.REDIS_URL === undefined || env.DATABASE_URL === undefined;
  const used = [...(hasOwnServer ? [modeDirectory(env, mode)] : []), releasesDirectory(env, mode)];
  const folders = new Set(await Promise.all(used.map(nearest)));
  return Promise.all(
    [...folders].map(async (folder) => {
      const { bavail, bsize } = await statfs(folder);
      const free = bavail * bsize;
      const found = `${(free / 1e9).toLocaleString("en", { maximumFractionDigits: 1 })} GB free at ${folder}`;
      const fix = "Make room, or move OPENREMIT_DATA_DIR and OPENREMIT_RELEASES_DIR to a larger disk.";
      if (free < disk.wrongBytes) return wrong("disk", found, fix);
      return free < disk.doubtfulBytes ? doubtful("disk", found, fix) : good("disk", found);
    }),
  );
}

/** With no address set the rest is about servers of our own: where there are none, it looks at nothing and finds it good. */
export async function checkServers({ env, mode }: DoctorGround): Promise<readonly Finding[]> {
  if (env.REDIS_URL !== undefined || env.DATABASE_URL !== undefined) return [];
  const folder = join(modeDirectory(env, mode), "postgres");
  if (await hasCluster(folder)) return [good("servers", `our own, in ${modeDirectory(env, mode)}`)];
  return [
    doubtful(
      "servers",
      `DATABASE_URL and REDIS_URL are not set, and there is no data of npm start in ${folder}.`,
      "Nothing before the first npm start. Else ask with the variables of the other processes: shared/docs/operating.md.",
    ),
  ];
}

export async function checkReleases({ env, mode }: DoctorGround): Promise<readonly Finding[]> {
  const folder = releasesDirectory(env, mode);
  const place = await nearest(folder);
  const isWritable = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (isWritable) return [good("releases", folder)];
  return [
    wrong(
      "releases",
      `this user may not write to ${place}.`,
      "Give the folder to this user, or set OPENREMIT_RELEASES_DIR.",
    ),
  ];
}

/** What a container is given there nobody outside it sees, though all in it may read it: Docker's own secrets are so. */
export function isForOthers(path: string, mode: number): boolean {
  return (mode & (path.startsWith("/run/secrets/") ? 0o022 : 0o077)) !== 0;
}

/** Files that hold secrets: those that variables name, and our own. */
export async function checkSecretFiles({ env, mode, names }: DoctorGround): Promise<readonly Finding[]> {
  const named = Object.entries(names).flatMap(([name, path]) =>
    name.endsWith(fileSuffix) && path && variableOf(name) !== name ? [path] : [],
  );
  const files = [...named, resolve(".env"), join(modeDirectory(env, mode), "servers.json")];
  const open: Finding[] = [];
  let seen = 0;
  for (const path of new Set(files)) {
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    seen += 1;
    if (isForOthers(path, found.mode))
      open.push(
        wrong("secrets", `others may read ${path} (${(found.mode & 0o777).toString(8)}).`, `chmod 600 ${path}`),
      );
  }
  return open.length > 0 || seen === 0 ? open : [good("secrets", `${seen} files that only their owner reads`)];
}

/** Free, or taken by an OpenRemit that answers there. 0 is any that is free. */
export async function checkPort({ env: { PORT: port, HOST: host } }: DoctorGround): Promise<readonly Finding[]> {
  if (port === 0) return [];
  const what = `port ${port}`;
  const code = await tryToListen(port, host);
  if (code === null) return [good(what, "free")];
  if (code !== "EADDRINUSE")
    return [
      wrong(what, `cannot be listened on at ${host}: ${code}`, "Set PORT and HOST to what this machine and user have."),
    ];
  const answers = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2_000) }).then(
    async (answer) => answer.ok && (await answer.text()).includes('"alive"'),
    () => false,
  );
  if (answers) return [good(what, "an OpenRemit answers there")];
  return [wrong(what, "something else listens there.", `Stop it (ss -ltnp 'sport = :${port}' names it), or set PORT.`)];
}

function tryToListen(port: number, host: string): Promise<string | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", (error) => done(errorCodeOf(error) ?? error.message));
    server.listen(port, host, () => server.close(() => done(null)));
  });
}

/** The folder, or the one above it that is there. */
async function nearest(folder: string): Promise<string> {
  if (await stat(folder).catch(() => null)) return folder;
  return nearest(dirname(folder));
}
