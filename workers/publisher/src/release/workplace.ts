import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { releaseFile } from "@openremit/shared/contracts";
import { z } from "zod";
import { writeFileWhole } from "./write-file.ts";
import type { WrittenTable } from "./write-table.ts";

const journalName = ".journal.json";
const prefix = ".unfinished-";

/** What was done already, and from what: of other inputs nothing can be taken over. */
const journal = z.object({
  inputs: z.string(),
  tables: z.record(
    z.string(),
    z.object({ files: z.array(releaseFile), rowsBySource: z.record(z.string(), z.number()) }),
  ),
});

/** The folder in which a release grows: hidden beside the others, and left where it is when its maker is killed. */
export interface Workplace {
  readonly directory: string;
  /** A table that was written whole before its maker was killed. */
  written(name: string): WrittenTable | null;
  /** Notes that a table is whole. */
  note(name: string, table: WrittenTable): Promise<void>;
  /** Leaves only what belongs to the release. */
  tidy(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * Opens the folder for a release. What an earlier try left there is taken over, where it was made of the same inputs;
 * what tries of other days left is removed, as nobody else makes releases of this mode at the same time.
 */
export async function openWorkplace(releases: string, id: string, inputs: string): Promise<Workplace> {
  const directory = join(releases, `${prefix}${id}`);
  await mkdir(directory, { recursive: true });
  const kind = `${prefix}${id.slice(0, -"yyyy-mm-dd".length)}`;
  const others = (await readdir(releases)).filter(
    (name) =>
      name.startsWith(kind) && name.length === directory.length - releases.length - 1 && !directory.endsWith(name),
  );
  for (const name of others) await rm(join(releases, name), { recursive: true, force: true });
  const known = await readJournal(join(directory, journalName));
  const tables = { ...(known?.inputs === inputs ? known.tables : {}) };
  return {
    directory,
    written: (name) => tables[name] ?? null,
    async note(name, table) {
      tables[name] = { files: [...table.files], rowsBySource: { ...table.rowsBySource } };
      await writeFileWhole(directory, journalName, [JSON.stringify({ inputs, tables })]);
    },
    async tidy() {
      for (const name of await readdir(directory)) {
        if (name.startsWith(".")) await rm(join(directory, name));
      }
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

async function readJournal(path: string): Promise<z.infer<typeof journal> | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return journal.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
