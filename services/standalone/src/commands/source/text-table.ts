import CliTable from "cli-table3";

const quietStyle = { head: [], border: [], compact: true };

/** Rows under their heads, as lines for a terminal. Columns of a width given here break their text at words. */
export function textTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly (number | null)[] = [],
): string {
  const table = new CliTable({ head: [...heads], style: quietStyle, colWidths: [...widths], wordWrap: true });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

/** An address or a body in lines of at most `width` characters, so that all of it is seen. */
export function folded(text: string, width: number): string {
  return text.match(new RegExp(`.{1,${width}}`, "gsu"))?.join("\n") ?? "";
}
