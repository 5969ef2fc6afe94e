import type { Cell, Column, ColumnKind, Table } from "@openremit/shared/contracts";
import { fileFormats } from "@openremit/shared/formats";

export function columnOf(name: string, kind: ColumnKind, fields: Partial<Column> = {}): Column {
  return { name, kind, unit: null, isNullable: true, description: `What ${name} means.`, words: null, ...fields };
}

/** A table of these rows, in batches of two. */
export function tableOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  async function* batches() {
    for (let start = 0; start < rows.length; start += 2) yield rows.slice(start, start + 2);
  }
  return { name: "samples", title: "Samples", description: "Rows of a test.", columns, batches: batches() };
}

/** The whole file. */
export async function fileOf(format: keyof typeof fileFormats, table: Table): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of fileFormats[format].write(table, new Date("2026-11-23T12:00:00Z"))) {
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}
