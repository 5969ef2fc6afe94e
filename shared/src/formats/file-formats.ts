import type { ExportFormat, Table } from "../contracts/index.ts";
import { writeCsv } from "./write-csv.ts";
import { writeNdjson } from "./write-ndjson.ts";
import { writeParquet } from "./write-parquet.ts";
import { mostSheetRows, writeXlsx } from "./write-xlsx.ts";

/** How a table becomes a file. */
export interface FileFormat {
  readonly contentType: string;
  /** Whether the bytes shrink when they are compressed on their way. */
  readonly isText: boolean;
  /** Most rows a file holds; null: any number. */
  readonly mostRows: number | null;
  /**
   * The file piece by piece, each made when it is asked for.
   *
   * @param at the time the file says it was made at, where its format says one.
   */
  readonly write: (table: Table, at: Date) => AsyncIterable<string | Uint8Array>;
}

export const fileFormats: Readonly<Record<ExportFormat, FileFormat>> = {
  csv: { contentType: "text/csv; charset=utf-8; header=present", isText: true, mostRows: null, write: writeCsv },
  ndjson: { contentType: "application/x-ndjson; charset=utf-8", isText: true, mostRows: null, write: writeNdjson },
  parquet: {
    contentType: "application/vnd.apache.parquet",
    isText: false,
    mostRows: null,
    write: writeParquet,
  },
  xlsx: {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    isText: false,
    mostRows: mostSheetRows,
    write: writeXlsx,
  },
};
