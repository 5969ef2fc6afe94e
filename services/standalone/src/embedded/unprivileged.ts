import { chmod, chown, cp, lstat, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** PostgreSQL refuses to run as root; then it runs as this user, which every Unix has. */
const nobody = { uid: 65_534, gid: 65_534 };

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user a server must run as, or null where we are not root and it runs as ourselves. */
export function unprivilegedUser(): ServerUser | null {
  return process.getuid?.() === 0 ? nobody : null;
}

/** True when a stranger may walk into the folder: every folder above it lets others through. */
export async function letsOthersIn(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  const above = dirname(folder);
  return above === folder || letsOthersIn(above);
}

/** Gives a folder and what is in it to the user. */
export async function giveTo(user: ServerUser, path: string): Promise<void> {
  await chown(path, user.uid, user.gid);
  if (!(await lstat(path)).isDirectory()) return;
  for (const name of await readdir(path)) await giveTo(user, join(path, name));
}

/** A copy of `from` at `to`, made once: complete or absent, also when two processes make it at the same time. */
export async function copyOnce(from: string, to: string): Promise<void> {
  if (await lstat(to).catch(() => null)) return;
  await mkdir(dirname(to), { recursive: true });
  const unfinished = await mkdtemp(`${to}.`);
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await chmod(unfinished, 0o755);
  await rename(unfinished, to).catch(() => rm(unfinished, { recursive: true, force: true }));
}
