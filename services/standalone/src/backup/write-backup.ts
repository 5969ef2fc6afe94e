import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createGzip } from "node:zlib";
import { ConfigError } from "@openremit/shared/domain";
import { type Clock, type Mode, version } from "@openremit/shared/runtime";
import type { BackupView } from "@openremit/shared/storage";
import { keepStream, listFiles } from "./kept-files.ts";
import { type KeptFile, type KeptTable, type Manifest, manifestName, sumsName } from "./manifest.ts";

export interface BackupPlan {
  readonly view: BackupView;
  readonly mode: Mode;
  /** Made by this: there must be none. */
  readonly folder: string;
  /** Folders of files that belong to the record, by the name they get in the backup. One that is not there is left out. */
  readonly beside: Readonly<Record<string, string>>;
  readonly clock: Clock;
  readonly onTable: (name: string) => void;
  readonly stopping?: AbortSignal | undefined;
}

/**
 * Writes a backup: every table, the files beside, and a manifest with their hashes. The folder appears when it is whole.
 *
 * @throws ConfigError where the folder is there already, or the database holds nothing, or the other mode's data.
 */
export async function writeBackup(plan: BackupPlan): Promise<Manifest> {
  const { folder, view, mode } = plan;
  await assertNew(folder);
  if (view.mode === null) throw new ConfigError("this database holds nothing of OpenRemit: there is nothing to keep.");
  if (view.mode !== mode) {
    throw new ConfigError(
      `this database holds ${view.mode} data, and ${mode} data is asked for. Use --real for real data.`,
    );
  }
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    const manifest = await writeInto(unfinished, plan);
    await rename(unfinished, folder);
    return manifest;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function writeInto(folder: string, plan: BackupPlan): Promise<Manifest> {
  const { view, clock, mode } = plan;
  const madeAt = clock.now().toISOString();
  const tables: KeptTable[] = [];
  const files: KeptFile[] = [];
  for (const table of view.tables) {
    plan.stopping?.throwIfAborted();
    const file = `tables/${table.name}.copy.gz`;
    files.push(await keepStream(folder, file, [createGzip({ level: 4 })], view.rows(table)));
    tables.push({ ...table, columns: [...table.columns], ...(await view.digest(table)), file });
    plan.onTable(table.name);
  }
  for (const [name, source] of Object.entries(plan.beside)) {
    for (const path of await listFiles(source)) {
      plan.stopping?.throwIfAborted();
      files.push(await keepStream(folder, `${name}/${path}`, [], createReadStream(join(source, path))));
    }
  }
  const { postgres, migrations, sequences } = view;
  const manifest: Manifest = {
    format: 1,
    madeAt,
    openremit: version,
    postgres,
    mode,
    migrations: [...migrations],
    tables,
    sequences: [...sequences],
    files,
  };
  await writeSums(folder, manifest);
  return manifest;
}

async function writeSums(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const own = { mode: 0o600 };
  await writeFile(join(folder, manifestName), text, own);
  const sha256 = createHash("sha256").update(text).digest("hex");
  const lines = [...manifest.files, { path: manifestName, sha256 }].map((file) => `${file.sha256}  ${file.path}\n`);
  await writeFile(join(folder, sumsName), lines.join(""), own);
}

async function assertNew(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => null)) === null) return;
  throw new ConfigError(`${folder} is there already: a backup is never written over. Name a new folder.`);
}
