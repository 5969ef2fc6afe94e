import type { Countries } from "@openremit/shared/catalog";
import type { SurveyFlag, SurveyLayout } from "@openremit/shared/domain";
import type { ExtractId } from "@openremit/shared/storage";
import type { TellDone } from "./table.ts";

/** A row that is left out, with where it stands and why. */
export interface RefusedRow {
  readonly sheet: string | null;
  readonly line: number;
  readonly problem: string;
}

/** What a reading has come by so far; whole once its last row was taken. */
export interface Reading {
  readonly layouts: Set<SurveyLayout>;
  /** Sheets without a survey's header, such as a legend. */
  readonly otherSheets: string[];
  rowsRead: number;
  /** Rows that say again what a row with the same id said: they are the same service. */
  rowsRepeated: number;
  /** Rows without a price at either amount. */
  rowsEmpty: number;
  readonly refused: RefusedRow[];
  servicesRead: number;
  readonly flagged: Map<SurveyFlag, number>;
}

export interface ReadingContext {
  readonly countries: Countries;
  readonly tellDone: TellDone;
  /** Ids that services of layouts without ids were given in these quarters. */
  readonly knownIds: (periods: readonly string[]) => Promise<readonly ExtractId[]>;
}

export function createReading(): Reading {
  return {
    layouts: new Set(),
    otherSheets: [],
    rowsRead: 0,
    rowsRepeated: 0,
    rowsEmpty: 0,
    refused: [],
    servicesRead: 0,
    flagged: new Map(),
  };
}

/** `sheet "Data", line 12: …` */
export function refusalText({ sheet, line, problem }: RefusedRow): string {
  return `${sheet === null ? "" : `sheet "${sheet}", `}line ${line}: ${problem}`;
}
