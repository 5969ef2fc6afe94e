import type { Table } from "../contracts/index.ts";
import { rowXml, type SheetColumn, sheetColumns } from "./xlsx-cells.ts";
import { buildEmptyWorkbook, type EmptyWorkbook } from "./xlsx-workbook.ts";
import { writeZip } from "./zip-file.ts";

/** Rows of one sheet, its header apart. */
export const mostSheetRows = 1_048_575;

/**
 * A workbook with the data, and a codebook that says what each column holds. Figures are numbers where a double says
 * them exactly, else text; dates are dates.
 *
 * @param at the time the workbook says it was made at.
 */
export async function* writeXlsx(table: Table, at: Date): AsyncGenerator<Uint8Array> {
  const workbook = await buildEmptyWorkbook(table, at);
  const columns = sheetColumns(table.columns, workbook.styles);
  const fixed = [...workbook.parts].map(([path, bytes]) => ({ path, chunks: [bytes] }));
  yield* writeZip([...fixed, { path: workbook.dataPath, chunks: sheetXml(workbook, columns, table) }]);
}

async function* sheetXml({ head, tail }: EmptyWorkbook, columns: readonly SheetColumn[], { batches }: Table) {
  yield head;
  let number = 1;
  for await (const rows of batches) {
    yield rows
      .map((row) => {
        number += 1;
        return rowXml(columns, row, number);
      })
      .join("");
  }
  yield tail;
}
