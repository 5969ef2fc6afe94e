import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { findDifferentFiles } from "./different-files.ts";
import { listFiles } from "./kept-files.ts";

/** Releases by what became of them. */
export interface RestoredReleases {
  readonly copied: readonly string[];
  /** They stood there already, the same to the last byte. */
  readonly stood: readonly string[];
  /** Something else stands in their place, and is left alone. */
  readonly different: readonly string[];
}

/** Puts the releases of a backup where releases stand: each whole, and never over one that is there. */
export async function restoreReleases(from: string, to: string): Promise<RestoredReleases> {
  const restored = { copied: [] as string[], stood: [] as string[], different: [] as string[] };
  const names = new Set((await listFiles(from)).flatMap((path) => (path.includes("/") ? path.split("/", 1) : [])));
  for (const name of names) {
    const [source, target] = [join(from, name), join(to, name)];
    if ((await stat(target).catch(() => null)) === null) {
      await copyWhole(source, to, name);
      restored.copied.push(name);
    } else if ((await findDifferentFiles(source, target)).length === 0) restored.stood.push(name);
    else restored.different.push(name);
  }
  return restored;
}

/** Under a hidden name until it is whole. Written anew, as a backup's files are for its owner's eyes alone. */
async function copyWhole(source: string, to: string, name: string): Promise<void> {
  const unfinished = join(to, `.restoring-${name}`);
  await rm(unfinished, { recursive: true, force: true });
  for (const path of await listFiles(source)) {
    const target = join(unfinished, path);
    await mkdir(dirname(target), { recursive: true });
    await pipeline(createReadStream(join(source, path)), createWriteStream(target, { flush: true }));
  }
  await rename(unfinished, join(to, name));
}
