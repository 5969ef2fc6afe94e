import type { Cell, Column, ColumnKind } from "../contracts/index.ts";
import { daysBetween } from "../domain/index.ts";

/** Most characters a cell of a spreadsheet holds. */
export const mostCellCharacters = 32_767;
/** A double carries this many significant digits of any figure; with more, the figure is written as text. */
export const exactDigits = 15;

/** Spreadsheets count days from here. */
const dayZero = "1899-12-30";

/** A column of the data sheet. */
export interface SheetColumn {
  readonly kind: ColumnKind;
  /** `A`, `B`, … */
  readonly letters: string;
  /** The style attribute of its cells, as the workbook's own sample row has it; empty where there is none. */
  readonly style: string;
}

/** One row of the data sheet as XML. Empty cells are left out. */
export function rowXml(columns: readonly SheetColumn[], row: readonly Cell[], number: number): string {
  let xml = `<row r="${number}">`;
  for (const [index, column] of columns.entries()) {
    const cell = row[index];
    if (cell) xml += cellXml(column, cell, number);
  }
  return `${xml}</row>`;
}

function cellXml({ kind, letters, style }: SheetColumn, cell: string, number: number): string {
  const open = `<c r="${letters}${number}"`;
  if (kind === "boolean") return `${open} t="b"><v>${cell === "true" ? 1 : 0}</v></c>`;
  if (kind === "day") return `${open}${style}><v>${daysBetween(dayZero, cell)}</v></c>`;
  if ((kind === "decimal" && isExact(cell)) || kind === "integer") return `${open}${style}><v>${cell}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** Whether the nearest double says the very same figure again. */
export function isExact(figure: string): boolean {
  if (figure.length <= exactDigits) return true;
  const digits = figure.replace(/^-/, "").replace(".", "").replace(/^0+/, "");
  return (figure.includes(".") ? digits.replace(/0+$/, "") : digits).length <= exactDigits;
}

/** What the cells of a column are in a spreadsheet. */
export const kindsInSheet: Readonly<Record<ColumnKind, string>> = {
  text: `text, cut after ${mostCellCharacters} characters`,
  decimal: `number; text where it has more than ${exactDigits} significant digits, which a spreadsheet would round`,
  integer: "number",
  boolean: "true or false",
  instant: "text, UTC, ISO 8601",
  day: "date",
};

/** @param styles the style attribute of each column's cells */
export function sheetColumns(columns: readonly Column[], styles: readonly string[]): SheetColumn[] {
  return columns.map(({ kind }, index) => ({ kind, letters: lettersOf(index), style: styles[index] ?? "" }));
}

function lettersOf(index: number): string {
  const rest = Math.floor(index / 26);
  const last = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? last : `${lettersOf(rest - 1)}${last}`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const special = /[&<>]/g;
/** What XML cannot hold: control characters, halves of pairs, and two that are no characters. */
const unspeakable = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;

function escaped(text: string): string {
  return text
    .slice(0, mostCellCharacters)
    .replaceAll(unspeakable, "\uFFFD")
    .replaceAll(special, (character) => entities[character] ?? "");
}
