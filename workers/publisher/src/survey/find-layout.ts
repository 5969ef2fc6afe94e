import { SourceShapeError, type SurveyLayout } from "@openremit/shared/domain";
import { columnNames, layoutMarks, neededHeaders, type SurveyColumn } from "./layouts.ts";

/** Where each column of a table stands. */
export interface FoundLayout {
  readonly layout: SurveyLayout;
  readonly places: ReadonlyMap<SurveyColumn, number>;
  /** Cells of a whole row. */
  readonly width: number;
  /** Whether the last columns have no name: then a row may end before or behind them. */
  readonly hasJunk: boolean;
}

/** Columns that spreadsheets and their readers number instead of naming. */
const unlabelled = /^(unnamed: ?\d+|column\d+)?$/;

/**
 * Recognises a header row. Null: this row is none. Columns without a label, and columns nobody reads, are passed over.
 *
 * @throws SourceShapeError for a survey's header that lacks a column, or has one twice.
 */
export function findLayout(cells: readonly string[], where: string): FoundLayout | null {
  const headers = cells.map((cell) => cell.replaceAll(/\s+/g, " ").trim().toLowerCase());
  const layout = layoutMarks.find(({ marks }) => marks.some((mark) => headers.includes(mark)))?.layout;
  if (layout === undefined || !headers.includes("period")) return null;
  const missing = neededHeaders[layout].filter((name) => !headers.includes(name));
  if (missing.length > 0) {
    throw new SourceShapeError(`${where}: the ${layout} layout lacks ${missing.map((name) => `"${name}"`).join(", ")}`);
  }
  const places = new Map<SurveyColumn, number>();
  for (const [place, header] of headers.entries()) {
    const column = columnNames.get(header);
    if (column === undefined) continue;
    if (places.has(column)) throw new SourceShapeError(`${where}: two columns say "${header}"`);
    places.set(column, place);
  }
  const hasJunk = unlabelled.test(headers.at(-1) ?? "");
  return { layout, places, width: headers.findLastIndex((header) => !unlabelled.test(header)) + 1, hasJunk };
}
