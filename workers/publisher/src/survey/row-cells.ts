import { figureOf, isFormulaError, textOf } from "./cells.ts";
import type { FoundLayout } from "./find-layout.ts";
import type { SurveyColumn } from "./layouts.ts";

/** The cells of one row by column; a column that the file lacks reads as an empty cell. */
export class RowCells {
  readonly #places: FoundLayout["places"];
  readonly #cells: readonly string[];

  constructor({ places }: FoundLayout, cells: readonly string[]) {
    this.#places = places;
    this.#cells = cells;
  }

  raw(column: SurveyColumn): string {
    const place = this.#places.get(column);
    return place === undefined ? "" : (this.#cells[place] ?? "");
  }

  text(column: SurveyColumn): string | null {
    return textOf(this.raw(column));
  }

  figure(column: SurveyColumn): string | null {
    return figureOf(this.raw(column), column);
  }

  /** Whether a formula of the row shows an error instead of its result. */
  hasError(): boolean {
    return this.#cells.some(isFormulaError);
  }
}
