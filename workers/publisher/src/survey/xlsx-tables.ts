import { readFile } from "node:fs/promises";
import { SourceShapeError } from "@openremit/shared/domain";
import { type CellValue, readXlsx, streamXlsxRows } from "hucre/xlsx";
import { numberText } from "./number-text.ts";
import type { Table, TableRow } from "./table.ts";

/**
 * Every sheet of a workbook as a stream of rows; of a formula the value it showed when the workbook was saved.
 *
 * @throws SourceShapeError where this is no workbook.
 */
export async function openXlsxTables(path: string): Promise<readonly Table[]> {
  const workbook = await readFile(path);
  const names = await readSheetNames(workbook);
  return names.map((sheet, place) => ({ sheet, isRagged: true, rows: readRows(workbook, sheet, place) }));
}

async function readSheetNames(workbook: Buffer): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    await readXlsx(workbook, {
      sheets: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch (cause) {
    throw notAWorkbook(cause);
  }
  return names;
}

async function* readRows(workbook: Buffer, sheet: string, place: number): AsyncGenerator<TableRow> {
  try {
    for await (const { index, values } of streamXlsxRows(workbook, { sheet: place })) {
      yield { line: index + 1, cells: values.map(cellText) };
    }
  } catch (cause) {
    throw notAWorkbook(cause, sheet);
  }
}

function cellText(value: CellValue): string {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return numberText(value);
    case "boolean":
      return value ? "true" : "false";
    default:
      return value instanceof Date ? value.toISOString() : "";
  }
}

function notAWorkbook(cause: unknown, sheet?: string): SourceShapeError {
  const where = sheet === undefined ? "not a workbook" : `sheet "${sheet}" cannot be read`;
  return new SourceShapeError(`${where}: ${cause instanceof Error ? cause.message : cause}`, { cause });
}
