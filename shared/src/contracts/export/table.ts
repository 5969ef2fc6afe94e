import type { Column } from "./column.ts";

/**
 * A cell as text, whatever its kind: digits of a figure as published, `true` and `false`, `2026-11-20`,
 * `2026-11-20T12:00:00.000Z`. null: unknown, or nothing to say.
 */
export type Cell = string | null;

/** Rows on their way into a file of any format, in batches that fit in memory. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly batches: AsyncIterable<readonly (readonly Cell[])[]>;
}
