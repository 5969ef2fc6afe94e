import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { SourceShapeError } from "@openremit/shared/domain";
import { parse } from "csv-parse";
import type { Table, TableRow, TellDone } from "./table.ts";

/**
 * A CSV file as a stream: lines ending in LF, CRLF or CR alone, with or without a byte order mark, UTF-8 or UTF-16.
 *
 * @throws SourceShapeError naming the line where quotes do not close.
 */
export async function openCsvTable(path: string, tellDone: TellDone): Promise<Table> {
  const { size } = await stat(path);
  return { sheet: null, isRagged: false, rows: readRows(path, size, tellDone) };
}

async function* readRows(path: string, size: number, tellDone: TellDone): AsyncGenerator<TableRow> {
  const file = createReadStream(path);
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // The line travels as the last cell: the parser's types know rows of text only.
    on_record: (cells: string[], { lines }) => {
      cells.push(`${lines}`);
      return cells;
    },
  });
  let read = 0;
  file.on("data", (chunk) => {
    read += chunk.length;
    tellDone(size === 0 ? 1 : read / size);
  });
  file.on("error", (error) => parser.destroy(error));
  try {
    for await (const row of file.pipe(parser) as AsyncIterable<string[]>) {
      yield { line: Number.parseInt(row.pop() ?? "", 10), cells: row };
    }
  } catch (cause) {
    throw new SourceShapeError(`not a CSV file: ${cause instanceof Error ? cause.message : cause}`, { cause });
  } finally {
    file.destroy();
  }
}
