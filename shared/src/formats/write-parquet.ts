import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, Column, Table } from "../contracts/index.ts";
import { columnValues, physicalSchemaOf, schemaOf } from "./parquet-columns.ts";

/** Rows held at a time. More would compress a little better and need the memory of that many rows. */
const rowGroupRows = 10_000;
/** Their least and greatest value in each row group let a reader skip it. Of ids and texts nobody asks for a range. */
const ranged = new Set(["instant", "day", "integer"]);

/**
 * Parquet with typed decimals, days and UTC timestamps, row group by row group.
 *
 * @throws DomainError where a figure has more digits than a decimal of Parquet holds: nothing is rounded.
 */
export async function* writeParquet({ columns, batches, name, title }: Table): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: physicalSchemaOf(columns),
    createdBy: "OpenRemit",
    kvMetadata: [
      { key: "dataset", value: name },
      { key: "title", value: title },
    ],
  });
  yield taken(writer);
  let group: (readonly Cell[])[] = [];
  for await (const rows of batches) {
    for (const row of rows) group.push(row);
    if (group.length < rowGroupRows) continue;
    writeGroup(parquet, columns, group);
    group = [];
    yield taken(writer);
  }
  if (group.length > 0) writeGroup(parquet, columns, group);
  parquet.schema = schemaOf(columns);
  await parquet.finish();
  yield taken(writer);
}

function writeGroup(parquet: ParquetWriter, columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
  const columnData = columns.map((column, index) => ({
    name: column.name,
    data: columnValues(
      column,
      rows.map((row) => row[index] ?? null),
    ),
    statistics: ranged.has(column.kind),
  }));
  // Without a flush of the writer's own it is done when it returns.
  void parquet.write({ columnData, rowGroupSize: rows.length });
}

/** What was written since the last time; the writer starts over in the same memory. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}
