import { positiveDecimalString } from "@openremit/shared/contracts";
import { SourceShapeError } from "@openremit/shared/domain";
import type { SetAside } from "../adapter.ts";
import type { BankRate, ReadRates } from "./gather-rates.ts";

/** A row read, set aside, or known to be none of ours (null). */
export type RowReading = BankRate | SetAside | null;

/**
 * Reads a table row by row, so that one bad row of years ago costs that row and not today's rates.
 * @throws SourceShapeError where more than half of the rows cannot be read: then the table has changed, not a row.
 */
export function readRows<Row>(rows: readonly Row[], read: (row: Row) => RowReading): ReadRates {
  const rates: BankRate[] = [];
  const setAside: SetAside[] = [];
  for (const row of rows) {
    const reading = read(row);
    if (reading === null) continue;
    if ("code" in reading) setAside.push(reading);
    else rates.push(reading);
  }
  const [first] = setAside;
  if (first !== undefined && setAside.length * 2 > rows.length) {
    throw new SourceShapeError(`${setAside.length} of ${rows.length} rows cannot be read: ${first.detail}`);
  }
  return { rates, setAside };
}

/** Whether it is a plain figure above zero. */
export function isFigure(text: string): boolean {
  return positiveDecimalString.safeParse(text).success;
}

/** A row whose day or figure is not one. `subject` is the currency, so that many such rows are one issue. */
export function unreadable(subject: string, detail: string): SetAside {
  return { code: "unreadable_row", subject, detail };
}

/** A currency under a name that the adapter's table lacks. */
export function unknownCurrency(name: string): SetAside {
  return { code: "unknown_currency", subject: name, detail: "a name in no table" };
}
