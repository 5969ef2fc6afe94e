import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";

/** A file as it stands on disk, whole. */
export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/**
 * Writes a file piece by piece, and gives it its name once every byte of it is on the disk: a name never stands for half
 * a file. The disk's pace is the writer's.
 */
export async function writeFileWhole(directory: string, name: string, pieces: Pieces): Promise<WrittenFile> {
  const unfinished = join(directory, `.${name}.part`);
  const hash = createHash("sha256");
  const out = createWriteStream(unfinished, { flush: true });
  // Heard below, where the file is waited for.
  out.on("error", () => undefined);
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
      hash.update(chunk);
      bytes += chunk.length;
      if (!out.write(chunk) && out.errored === null) await once(out, "drain");
    }
    out.end();
    await finished(out);
  } finally {
    out.destroy();
  }
  await rename(unfinished, join(directory, name));
  await syncDirectory(directory);
  return { bytes, sha256: hash.digest("hex") };
}

/** Names are on the disk too, afterwards. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
