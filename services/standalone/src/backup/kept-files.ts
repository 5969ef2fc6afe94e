import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { errorCodeOf } from "@openremit/shared/runtime";
import type { KeptFile } from "./manifest.ts";

/** Writes a stream to a file below the folder, and hashes what was written. Only its owner may read it. */
export async function keepStream(
  folder: string,
  path: string,
  content: readonly NodeJS.ReadWriteStream[],
  from: Readable,
): Promise<KeptFile> {
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  let bytes = 0;
  const tap = new PassThrough();
  tap.on("data", (piece: Buffer) => {
    hash.update(piece);
    bytes += piece.length;
  });
  await pipeline([from, ...content, tap, createWriteStream(target, { mode: 0o600, flags: "wx", flush: true })]);
  return { path, bytes, sha256: hash.digest("hex") };
}

/**
 * Every file below a folder, by path with forward slashes; none where there is no such folder. Names that begin with a dot
 * are left out: that is where releases grow, and they are gone or renamed before one can read them.
 */
export async function listFiles(folder: string, below = ""): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
    if (errorCodeOf(error) === "ENOENT") return [];
    throw error;
  });
  const found: string[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith(".")) continue;
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await listFiles(folder, path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

/** The hash of a file's bytes as they lie there. */
export async function hashFile(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece);
  return { bytes: (await stat(path)).size, sha256: hash.digest("hex") };
}
