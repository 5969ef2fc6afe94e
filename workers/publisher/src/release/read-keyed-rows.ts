import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline, type Readable } from "node:stream";
import type { KeyedRow } from "@openremit/shared/storage";
import { parse } from "csv-parse";

const batchRows = 500;

/** Rows of a CSV file by their key. Only the columns named are looked at. */
export async function* readKeyedRows(
  path: string,
  rowKey: readonly string[],
  columns: readonly string[],
): AsyncGenerator<readonly KeyedRow[]> {
  let batch: KeyedRow[] = [];
  for await (const row of readCsv(path, columns)) {
    const key = JSON.stringify(rowKey.map((name) => row[name] ?? ""));
    const cells = JSON.stringify(columns.map((name) => row[name] ?? ""));
    batch.push({ key, hash: createHash("sha256").update(cells).digest("base64") });
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The columns of a CSV file. */
export async function readHeader(path: string): Promise<readonly string[]> {
  const rows: Readable = pipeline(createReadStream(path), parse({ toLine: 1 }), ignored);
  for await (const row of rows) return row;
  return [];
}

function readCsv(path: string, wanted: readonly string[]): AsyncIterable<Readonly<Record<string, string>>> {
  const columns = (header: readonly string[]) => header.map((name) => (wanted.includes(name) ? name : false));
  return pipeline(createReadStream(path), parse({ columns }), ignored);
}

function ignored(): void {
  // Whoever reads the rows meets the same error there.
}
