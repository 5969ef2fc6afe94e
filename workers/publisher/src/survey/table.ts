/** One row of a file, every cell as text; what a spreadsheet holds as a number is written with all its digits. */
export interface TableRow {
  /** Line of a text file, row of a sheet, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a text file or of one sheet, top to bottom, its header among them. */
export interface Table {
  /** Null: a text file. */
  readonly sheet: string | null;
  /** Whether a row with fewer or more cells than the header is damaged: so in text, not in a sheet. */
  readonly isRagged: boolean;
  readonly rows: AsyncIterable<TableRow>;
}

/** Told how much of the file has been read, from 0 to 1; never told where that is not known. */
export type TellDone = (share: number) => void;
