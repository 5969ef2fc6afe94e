import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { ConfigError } from "@openremit/shared/domain";
import { type Database, openRestore } from "@openremit/shared/storage";
import type { Manifest } from "./manifest.ts";

export interface RestorePlan {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly database: Database;
  readonly onTable: (name: string) => void;
  readonly stopping?: AbortSignal | undefined;
}

/**
 * Puts a backup into an empty database and compares every table with what was kept: all of it, or nothing.
 *
 * @throws ConfigError where the database is not empty, a newer version made the backup, or what arrived is not what was kept.
 */
export async function restoreBackup({ folder, manifest, database, onTable, stopping }: RestorePlan): Promise<void> {
  const { tables, migrations, sequences } = manifest;
  const restore = await openRestore(database, migrations.at(-1) ?? "", tables);
  try {
    const files = new Map(tables.map(({ name, file }) => [name, file]));
    for (const table of await restore.inOrder(tables)) {
      stopping?.throwIfAborted();
      const file = join(folder, files.get(table.name) ?? "");
      await pipeline(createReadStream(file), createGunzip(), restore.rows(table));
      onTable(table.name);
    }
    const different: string[] = [];
    for (const table of tables) {
      stopping?.throwIfAborted();
      const { rows, digest } = await restore.digest(table);
      if (rows !== table.rows || digest !== table.digest) {
        different.push(
          `${table.name}: ${table.rows} rows were kept, ${rows} arrived, hash ${table.digest} / ${digest}`,
        );
      }
    }
    if (different.length > 0) {
      throw new ConfigError(`what arrived is not what was kept, and nothing is restored:\n  ${different.join("\n  ")}`);
    }
    await restore.finish(sequences);
  } catch (error) {
    await restore.abandon();
    throw error;
  }
}
