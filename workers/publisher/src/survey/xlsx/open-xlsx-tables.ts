import { SourceShapeError } from "@openremit/shared/domain";
import type { Table, TableRow, TellDone } from "../table.ts";
import { listSheets, type SheetPlace } from "./list-sheets.ts";
import { openZip } from "./open-zip.ts";
import { readSheet } from "./read-sheet.ts";
import { readSharedStrings } from "./shared-strings.ts";

/**
 * Every sheet of a workbook as a stream of rows. Neither the workbook nor a sheet is ever whole in memory, only the
 * texts its cells share.
 *
 * @throws SourceShapeError where this is no workbook.
 */
export async function* openXlsxTables(path: string, tellDone: TellDone): AsyncGenerator<Table> {
  const zip = await openZip(path).catch(failAs("not a workbook"));
  try {
    const { sheets, sharedStrings } = await listSheets(zip).catch(failAs("not a workbook"));
    const strings = await readSharedStrings(zip, sharedStrings).catch(failAs("its texts cannot be read"));
    const tellRead = countRead(
      sheets.reduce((sum, { part }) => sum + zip.sizeOf(part), 0),
      tellDone,
    );
    for (const sheet of sheets) {
      yield { sheet: sheet.name, isRagged: true, rows: readRows(tellRead(zip.read(sheet.part)), sheet, strings) };
    }
  } finally {
    zip.close();
  }
}

async function* readRows(
  pieces: AsyncIterable<string>,
  { name }: SheetPlace,
  strings: readonly string[],
): AsyncGenerator<TableRow> {
  try {
    yield* readSheet(pieces, strings);
  } catch (cause) {
    failAs(`sheet "${name}" cannot be read`)(cause);
  }
}

/** Lets pieces through and tells which share of all sheets they were; nearly all text of a sheet is one byte a character. */
function countRead(total: number, tellDone: TellDone): (pieces: AsyncIterable<string>) => AsyncIterable<string> {
  let read = 0;
  return async function* (pieces) {
    for await (const piece of pieces) {
      read += piece.length;
      tellDone(Math.min(1, read / total));
      yield piece;
    }
  };
}

function failAs(what: string): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof SourceShapeError) throw cause;
    throw new SourceShapeError(`${what}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  };
}
