import { execFile } from "node:child_process";
import { mkdtemp, open, rm, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A file system of a few megabytes. */
export interface SmallDisk {
  readonly path: string;
  /** Leaves not a byte. */
  fill(): Promise<void>;
  makeRoom(): Promise<void>;
  close(): Promise<void>;
}

const run = promisify(execFile);
/** As root, and as somebody who may become root without a password, which build machines let one. */
const ways: readonly (readonly string[])[] = [[], ["sudo", "-n"]];

/** @returns null where this user may not mount anything. */
export async function openSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  const path = await mkdtemp(join(tmpdir(), "openremit-disk-"));
  for (const way of ways) {
    const exec = (...command: readonly string[]) => {
      const [program = "", ...rest] = [...way, ...command];
      return run(program, rest);
    };
    const isMounted = await exec("mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=1777`, "tmpfs", path).then(
      () => true,
      () => false,
    );
    if (!isMounted) continue;
    const ballast = join(path, "ballast");
    return {
      path,
      async fill() {
        const file = await open(ballast, "w");
        const piece = Buffer.alloc(4_096, 1);
        try {
          for (;;) await file.write(piece);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
        } finally {
          await file.close();
        }
      },
      makeRoom: () => rm(ballast, { force: true }),
      async close() {
        await exec("umount", path);
        await rmdir(path);
      },
    };
  }
  await rmdir(path);
  return null;
}
