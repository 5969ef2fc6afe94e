import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Column, Table } from "../contracts/index.ts";
import { type ColumnBuffer, createColumnBuffer } from "./column-buffer.ts";
import { physicalSchemaOf, schemaOf } from "./parquet-columns.ts";

/**
 * Rows held at a time. With twice as many the values of one column outlive the garbage collector's first visits, and the
 * process grows by half; files would hardly get smaller.
 */
const rowGroupRows = 4_000;
/** Bytes of a page, and of a piece that is sent: what the collector overlooks for a while is small, and freed soon. */
const pageBytes = 65_536;
/** Their least and greatest value in each row group let a reader skip it. Of ids and texts nobody asks for a range. */
const ranged = new Set(["instant", "day", "integer"]);

/**
 * Parquet with typed decimals, days and UTC timestamps, row group by row group.
 *
 * @throws DomainError where a figure has more digits before the point than a decimal of Parquet holds.
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
  yield* taken(writer);
  const buffers = columns.map(createColumnBuffer);
  let rows = 0;
  for await (const batch of batches) {
    for (const row of batch)
      for (let index = 0; index < row.length; index += 1) buffers[index]?.push(row[index] ?? null);
    rows += batch.length;
    if (rows < rowGroupRows) continue;
    writeGroup(parquet, columns, buffers, rows);
    rows = 0;
    yield* taken(writer);
  }
  if (rows > 0) writeGroup(parquet, columns, buffers, rows);
  parquet.schema = schemaOf(columns);
  await parquet.finish();
  yield* taken(writer);
}

function writeGroup(
  parquet: ParquetWriter,
  columns: readonly Column[],
  buffers: readonly ColumnBuffer[],
  rowGroupSize: number,
): void {
  const columnData = columns.map(({ name, kind }, index) => ({
    name,
    /** Made when the writer comes to this column, so that one column's values are alive at a time. */
    get data() {
      return buffers[index]?.values() ?? [];
    },
    statistics: ranged.has(kind),
    offsetIndex: false,
  }));
  // Without a flush of the writer's own it is done when it returns.
  void parquet.write({ columnData, rowGroupSize, pageSize: pageBytes });
  for (const buffer of buffers) buffer.clear();
}

/** What was written since the last time, each piece copied when it is asked for; then the writer starts over. */
function* taken(writer: ByteWriter): Generator<Uint8Array> {
  const bytes = writer.getBytes();
  for (let start = 0; start < bytes.length; start += pageBytes) yield bytes.slice(start, start + pageBytes);
  writer.index = 0;
}
