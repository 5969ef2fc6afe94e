import { type Options, stringify } from "csv-stringify/sync";
import type { Cell, Table } from "../contracts/index.ts";

/** RFC 4180: CRLF, quotes where they are needed, also around a CR or LF alone: most readers end a line there. */
const options: Options = { record_delimiter: "\r\n", quoted_match: /[\r\n]/ };

/** These rows as lines of a CSV file. */
export function csvLines(rows: (readonly Cell[])[]): string {
  return stringify(rows, options);
}

/**
 * What a spreadsheet takes for the beginning of a formula, as OWASP lists it, with the full-width forms some accept too.
 */
const formulaStarts = new Set(["=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"]);

/**
 * CSV in UTF-8 with a header line; an empty cell is unknown. Text that a spreadsheet would run as a formula gets an
 * apostrophe in front; figures stay figures, also negative ones.
 */
export async function* writeCsv({ columns, batches }: Table): AsyncGenerator<string> {
  const texts = columns.flatMap(({ kind }, index) => (kind === "text" ? [index] : []));
  yield csvLines([columns.map(({ name }) => name)]);
  for await (const rows of batches) {
    yield csvLines(rows.map((row) => withoutFormulas(row, texts)));
  }
}

/** Almost no row has any, so almost none is copied. */
function withoutFormulas(row: readonly Cell[], texts: readonly number[]): readonly Cell[] {
  let copy: Cell[] | null = null;
  for (const index of texts) {
    const cell = row[index];
    if (!cell || !formulaStarts.has(cell.charAt(0))) continue;
    copy ??= [...row];
    copy[index] = `'${cell}`;
  }
  return copy ?? row;
}
