import { openPastExport, type PastKnowledge } from "@openremit/shared/comparison";
import type { Cell, ReleaseFile, Table } from "@openremit/shared/contracts";
import { endOfDay } from "@openremit/shared/domain";
import { fileFormats } from "@openremit/shared/formats";
import { fileNameOf, mediaTypes, type ReleaseTable, type TableFormat } from "./release-tables.ts";
import { isOthersFault, shareBatches } from "./share-batches.ts";
import { type WrittenFile, writeFileWhole } from "./write-file.ts";

/** A table as it was written. */
export interface WrittenTable {
  readonly files: readonly ReleaseFile[];
  /** How many rows are each source's; empty where rows name none. */
  readonly rowsBySource: Readonly<Record<string, number>>;
}

export interface WriteContext {
  readonly directory: string;
  readonly asOf: string;
  readonly knowledge: PastKnowledge;
  /** How many rows have passed, now and then. */
  readonly tellRows: (rows: number) => void;
  readonly stopping: AbortSignal;
}

const whats: Readonly<Record<TableFormat, string>> = {
  csv: "as CSV (RFC 4180, UTF-8)",
  parquet: "as Parquet, with typed decimals, days and times",
};

/** Writes a table in all its formats at once: its rows are read once, whatever it costs to make them. */
export async function writeTable(table: ReleaseTable, context: WriteContext): Promise<WrittenTable> {
  const { asOf, knowledge, directory } = context;
  const opened = await openPastExport(table.name, asOf, knowledge);
  try {
    const counts: Counts = { rows: 0, bySource: new Map() };
    const shared = shareBatches(counted(opened.table, counts, context), table.formats.length);
    const title = knowledge.simulated && table.saysSimulated ? `${table.title}, simulated` : table.title;
    const writing = table.formats.map((format, index) => {
      const batches = shared[index] ?? opened.table.batches;
      const pieces = fileFormats[format].write({ ...opened.table, title, batches }, endOfDay(asOf));
      return writeFileWhole(directory, fileNameOf(table, format), pieces);
    });
    const written = await allWritten(writing);
    await opened.finish();
    const files = written.map((file, index) => fileOf(table, table.formats[index] ?? "csv", title, file, counts.rows));
    return {
      files,
      rowsBySource: Object.fromEntries([...counts.bySource].sort(([one], [other]) => (one < other ? -1 : 1))),
    };
  } catch (error) {
    await opened.abandon();
    throw error;
  }
}

/** Waits until all have ended, also where one fails; then throws what was wrong at first. */
async function allWritten(writing: readonly Promise<WrittenFile>[]): Promise<readonly WrittenFile[]> {
  const outcomes = await Promise.allSettled(writing);
  const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  if (failures.length > 0) throw failures.find((failure) => !isOthersFault(failure)) ?? failures[0];
  return Promise.all(writing);
}

interface Counts {
  rows: number;
  readonly bySource: Map<string, number>;
}

async function* counted(
  { columns, batches }: Table,
  counts: Counts,
  { stopping, tellRows }: WriteContext,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const source = columns.findIndex(({ name }) => name === "source");
  for await (const rows of batches) {
    counts.rows += rows.length;
    for (const row of rows) {
      const key = row[source];
      if (key) counts.bySource.set(key, (counts.bySource.get(key) ?? 0) + 1);
    }
    tellRows(counts.rows);
    stopping.throwIfAborted();
    yield rows;
  }
}

function fileOf(
  table: ReleaseTable,
  format: TableFormat,
  title: string,
  { bytes, sha256 }: WrittenFile,
  rows: number,
): ReleaseFile {
  const what = table.dataset === null ? "as SDMX-CSV 2.0" : whats[format];
  return {
    name: fileNameOf(table, format),
    dataset: table.dataset,
    mediaType: mediaTypes[format],
    bytes,
    sha256,
    rows,
    what: `${title}, ${what}`,
  };
}
