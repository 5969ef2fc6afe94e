import { open } from "node:fs/promises";
import { ConfigError } from "@openremit/shared/domain";
import { openCsvTable } from "./csv-table.ts";
import type { Table, TellDone } from "./table.ts";
import { openXlsxTables } from "./xlsx/open-xlsx-tables.ts";

/** A workbook is a ZIP archive, and says so in its first two bytes whatever its name. */
const zipMark = "PK";

/** The tables of a file: one of a text file, one a sheet of a workbook. ConfigError where it cannot be read. */
export async function* openTables(path: string, tellDone: TellDone): AsyncGenerator<Table> {
  const mark = await readMark(path).catch((cause: unknown) => {
    throw new ConfigError(`${path} cannot be read: name a CSV or XLSX file`, { cause });
  });
  if (mark === zipMark) yield* openXlsxTables(path, tellDone);
  else yield await openCsvTable(path, tellDone);
}

async function readMark(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(zipMark.length), 0, zipMark.length, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await file.close();
  }
}
