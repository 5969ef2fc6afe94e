import type { ExecFileOptions } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdir, readdir, rename, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { ConfigError } from "@openremit/shared/domain";
import { runProgram } from "./run-program.ts";

/** A Redis server program and the environment it needs. */
export interface RedisProgram {
  readonly path: string;
  readonly libraryPath: string | null;
}

export interface RedisSearch {
  readonly searchPath: string;
  readonly say: (line: string) => void;
  readonly stopping?: AbortSignal | undefined;
}

/** Where the distribution's programs are. */
interface Tools {
  readonly apt: string;
  readonly dpkg: string;
}

const waysOut = [
  "There is no Redis here. Any one of these helps:",
  "  macOS:          brew install redis",
  "  Fedora, RHEL:   dnf install valkey",
  "  Docker:         docker run -d -p 6379:6379 redis:7, then REDIS_URL=redis://127.0.0.1:6379",
  "  elsewhere:      set REDIS_URL to a Redis or Valkey you already run",
].join("\n");

/**
 * Finds `redis-server` or `valkey-server`: on the search path, else the distribution's package unpacked into `home`
 * without root. Where neither can be had: a ConfigError that names every way out.
 */
export async function findRedisProgram(
  home: string,
  { searchPath, say, stopping }: RedisSearch,
): Promise<RedisProgram> {
  for (const name of ["redis-server", "valkey-server"]) {
    const path = await findOnPath(name, searchPath);
    if (path !== null) return { path, libraryPath: null };
  }
  const kept = await findUnpacked(home);
  if (kept !== null) return kept;
  const [apt, dpkg] = await Promise.all([findOnPath("apt-get", searchPath), findOnPath("dpkg", searchPath)]);
  if (apt === null || dpkg === null) throw new ConfigError(waysOut);
  say("Redis is not installed: unpacking the distribution's package into .data/ (once, a few seconds)");
  return unpackFromDistribution(home, { apt, dpkg }, stopping === undefined ? {} : { signal: stopping });
}

async function unpackFromDistribution(
  home: string,
  { apt, dpkg }: Tools,
  options: ExecFileOptions,
): Promise<RedisProgram> {
  const workplace = `${home}.${process.pid}`;
  try {
    await downloadPackages(workplace, apt, options);
    const archives = join(workplace, "cache", "archives");
    for (const file of await readdir(archives)) {
      if (file.endsWith(".deb")) await runProgram(dpkg, ["-x", join(archives, file), join(workplace, "root")], options);
    }
    await rm(home, { recursive: true, force: true });
    await rename(join(workplace, "root"), home);
  } catch (cause) {
    options.signal?.throwIfAborted();
    throw new ConfigError(`${waysOut}\n(unpacking the distribution's package failed: ${String(cause)})`, { cause });
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
  const program = await findUnpacked(home);
  if (program === null) throw new ConfigError(waysOut);
  return program;
}

/** Lets apt work in private directories: no root, no lock, nothing installed on the system. */
async function downloadPackages(workplace: string, apt: string, options: ExecFileOptions): Promise<void> {
  const state = join(workplace, "state");
  const cache = join(workplace, "cache");
  await mkdir(join(state, "lists", "partial"), { recursive: true });
  await mkdir(join(cache, "archives", "partial"), { recursive: true });
  const ownDirectories = [
    `Dir::State=${state}`,
    `Dir::State::lists=${join(state, "lists")}`,
    "Dir::State::status=/var/lib/dpkg/status",
    `Dir::Cache=${cache}`,
    "APT::Sandbox::User=",
    "Debug::NoLocking=1",
  ].flatMap((option) => ["-o", option]);
  const install = ["-qq", "-y", "--no-install-recommends", "--download-only", "install", "redis-server"];
  await runProgram(apt, [...ownDirectories, "-qq", "update"], options);
  await runProgram(apt, [...ownDirectories, ...install], options);
}

async function findUnpacked(home: string): Promise<RedisProgram | null> {
  const bin = join(home, "usr", "bin");
  const names = await readdir(bin).catch((): string[] => []);
  const name = ["redis-server", "valkey-server"].find((candidate) => names.includes(candidate));
  if (name === undefined) return null;
  return { path: join(bin, name), libraryPath: (await libraryDirectories(home)).join(delimiter) };
}

async function libraryDirectories(home: string): Promise<string[]> {
  const found: string[] = [];
  for (const base of [join(home, "usr", "lib"), join(home, "lib")]) {
    for (const entry of await readdir(base, { withFileTypes: true }).catch(() => [])) {
      if (entry.isDirectory() && entry.name.includes("linux")) found.push(join(base, entry.name));
    }
  }
  return found;
}

async function findOnPath(name: string, searchPath: string): Promise<string | null> {
  for (const directory of searchPath.split(delimiter)) {
    const path = join(directory, name);
    if (directory !== "" && (await isExecutable(path))) return path;
  }
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
