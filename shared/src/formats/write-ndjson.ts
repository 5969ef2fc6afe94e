import type { Cell, Column, ColumnKind, Table } from "../contracts/index.ts";

/** One JSON object a line. Figures are strings with the digits published, as everywhere in the API; counts are numbers. */
export async function* writeNdjson({ columns, batches }: Table): AsyncGenerator<string> {
  for await (const rows of batches) yield rows.map((row) => lineOf(columns, row)).join("");
}

function lineOf(columns: readonly Column[], row: readonly Cell[]): string {
  const line: Record<string, string | number | boolean | null> = {};
  for (const [index, { name, kind }] of columns.entries()) line[name] = jsonValue(kind, row[index] ?? null);
  return `${JSON.stringify(line)}\n`;
}

function jsonValue(kind: ColumnKind, cell: Cell): string | number | boolean | null {
  if (cell === null) return null;
  if (kind === "integer") return Number.parseInt(cell, 10);
  return kind === "boolean" ? cell === "true" : cell;
}
