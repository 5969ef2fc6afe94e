import { strFromU8, unzipSync } from "fflate";
import { type CellValue, writeXlsx } from "hucre/xlsx";
import type { Table } from "../contracts/index.ts";
import { DomainError } from "../domain/index.ts";
import { kindsInSheet } from "./xlsx-cells.ts";

/** A workbook whose data sheet has its header and no rows yet. */
export interface EmptyWorkbook {
  /** Every part but the data sheet. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly dataPath: string;
  /** The data sheet up to where its rows begin, and from where they end. */
  readonly head: string;
  readonly tail: string;
  /** The style attribute of each column's cells. */
  readonly styles: readonly string[];
}

const dataPath = "xl/worksheets/sheet1.xml";
const widths = { text: 24, decimal: 14, integer: 10, boolean: 10, instant: 25, day: 12 } as const;

/**
 * Two sheets, the data and its codebook, made by the library; it cannot write two sheets as a stream, so the rows are
 * put into the place of a sample row, whose cells say how each column is styled.
 */
export async function buildEmptyWorkbook(table: Table, at: Date): Promise<EmptyWorkbook> {
  const { name, title, columns } = table;
  const bytes = await writeXlsx({
    properties: { title, modified: at },
    sheets: [
      {
        name,
        columns: columns.map(({ kind }) => ({
          width: widths[kind],
          ...(kind === "day" && { numFmt: "yyyy-mm-dd" }),
        })),
        rows: [columns.map((column) => column.name), columns.map(() => 0)],
        freezePane: { rows: 1 },
      },
      { name: "codebook", columns: [22, 30, 24, 10, 90, 60].map((width) => ({ width })), rows: codebookRows(table) },
    ],
  });
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const sheet = strFromU8(parts.get(dataPath) ?? new Uint8Array());
  parts.delete(dataPath);
  const [, head, sample, tail] = /^(.*)<row r="2"[^>]*>(.*?)<\/row>(.*)$/s.exec(sheet) ?? [];
  if (head === undefined || sample === undefined || tail === undefined) {
    throw new DomainError("the empty workbook has no sample row");
  }
  const styles = [...sample.matchAll(/<c [^>]*?( s="\d+")?(?: [^>]*)?>/g)].map(([, style = ""]) => style);
  // Of the sheet's own extent, which nobody knows before its last row.
  return { parts, dataPath, head: head.replace(/<dimension [^>]*>/, ""), tail, styles };
}

function codebookRows({ title, description, columns }: Table): CellValue[][] {
  return [
    [title, description],
    [],
    ["column", "in this sheet", "unit", "may be empty", "meaning", "words"],
    ...columns.map((column): CellValue[] => [
      column.name,
      kindsInSheet[column.kind],
      column.unit,
      column.isNullable,
      column.description,
      column.words?.join(", ") ?? null,
    ]),
  ];
}
