import { join } from "node:path";
import type { ReleaseChange, ReleaseFile, ReleaseManifest } from "@openremit/shared/contracts";
import { csvLines } from "@openremit/shared/formats";
import { type ChangeCounts, type ChangedRow, compareRows, type Database } from "@openremit/shared/storage";
import { readHeader, readKeyedRows } from "./read-keyed-rows.ts";
import { fileNameOf, type ReleaseTable, releaseTables } from "./release-tables.ts";
import { type WrittenFile, writeFileWhole } from "./write-file.ts";

export const changesName = "changes.csv";

/** What became of one dataset since another release. */
export interface TableChange extends ReleaseChange {
  /** The first keys that were revised or withdrawn. */
  readonly examples: readonly ChangedRow[];
  /** Columns that the other release does not have, and columns that only it has. */
  readonly columnsAdded: readonly string[];
  readonly columnsWithdrawn: readonly string[];
}

export interface Changes {
  readonly tables: readonly TableChange[];
  /** The list of everything revised or withdrawn. */
  readonly file: WrittenFile & { readonly rows: number };
}

interface Compared {
  readonly releases: string;
  readonly directory: string;
  readonly previous: ReleaseManifest | null;
  readonly files: readonly ReleaseFile[];
  readonly database: Database;
}

const mostExamples = 20;

/** Counts a release's rows against the previous one's, and lists in a file which were revised or withdrawn. */
export async function compareWithPrevious(compared: Compared): Promise<Changes> {
  const tables: TableChange[] = [];
  async function* lines(): AsyncGenerator<string> {
    yield csvLines([["dataset", "change", "key"]]);
    for (const table of releaseTables) tables.push(yield* compareTable(table, compared));
  }
  const written = await writeFileWhole(compared.directory, changesName, lines());
  const rows = tables.reduce((sum, { revised, withdrawn }) => sum + revised + withdrawn, 0);
  return { tables, file: { ...written, rows } };
}

/** Yields the lines of the list. */
async function* compareTable(
  table: ReleaseTable,
  { releases, directory, previous, files, database }: Compared,
): AsyncGenerator<string, TableChange> {
  const dataset = table.name;
  const name = fileNameOf(table, "csv");
  const rows = rowsOf(files, name) ?? 0;
  const none = { dataset, rows, examples: [], columnsAdded: [], columnsWithdrawn: [] };
  if (previous === null || rowsOf(previous.files, name) === null) {
    return { ...none, added: rows, revised: 0, withdrawn: 0 };
  }
  const paths = { before: join(releases, previous.id, name), now: join(directory, name) };
  const [before, now] = await Promise.all([readHeader(paths.before), readHeader(paths.now)]);
  const both = now.filter((column) => before.includes(column));
  const changed = compareRows(
    database,
    readKeyedRows(paths.before, table.rowKey, both),
    readKeyedRows(paths.now, table.rowKey, both),
  );
  const examples: ChangedRow[] = [];
  const counts = yield* listed(changed, dataset, examples);
  return {
    ...none,
    ...counts,
    examples,
    columnsAdded: now.filter((column) => !before.includes(column)),
    columnsWithdrawn: before.filter((column) => !now.includes(column)),
  };
}

async function* listed(
  changed: AsyncGenerator<readonly ChangedRow[], ChangeCounts>,
  dataset: string,
  examples: ChangedRow[],
): AsyncGenerator<string, ChangeCounts> {
  for (;;) {
    const next = await changed.next();
    if (next.done === true) return next.value;
    examples.push(...next.value.slice(0, mostExamples - examples.length));
    yield csvLines(next.value.map(({ change, key }) => [dataset, change, key]));
  }
}

function rowsOf(files: readonly ReleaseFile[], name: string): number | null {
  return files.find((file) => file.name === name)?.rows ?? null;
}
