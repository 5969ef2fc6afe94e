import { figureOf, isFormulaError, textOf } from "./cells.ts";
import type { FoundLayout } from "./find-layout.ts";
import type { SurveyColumn } from "./layouts.ts";

/** The cells of one row by column; a column that the file lacks reads as an empty cell. */
export interface RowCells {
  raw(column: SurveyColumn): string;
  text(column: SurveyColumn): string | null;
  figure(column: SurveyColumn): string | null;
  hasError(column: SurveyColumn): boolean;
}

export function rowCells({ places }: FoundLayout, cells: readonly string[]): RowCells {
  const raw = (column: SurveyColumn) => {
    const place = places.get(column);
    return place === undefined ? "" : (cells[place] ?? "");
  };
  return {
    raw,
    text: (column) => textOf(raw(column)),
    figure: (column) => figureOf(raw(column), column),
    hasError: (column) => isFormulaError(raw(column)),
  };
}
