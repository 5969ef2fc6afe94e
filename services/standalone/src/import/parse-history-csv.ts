import { day, type PublishedRate, positiveDecimalString } from "@openremit/shared/contracts";
import { isCurrency, SourceShapeError } from "@openremit/shared/domain";
import { parse } from "csv-parse/sync";

/**
 * Reads the ECB's `eurofxref-hist.csv`: a row per day, newest first, a column per currency, units per one euro. Every row
 * ends in a comma, so a last column without name is empty. `N/A`: not published on that day.
 *
 * @throws SourceShapeError naming line and column for anything else.
 */
export function parseHistoryCsv(text: string): readonly PublishedRate[] {
  const [header = [], ...rows] = readTable(text);
  const currencies = header.slice(1).filter((name, place) => name !== "" || place < header.length - 2);
  const unknown = currencies.find((name) => !isCurrency(name));
  if (header[0] !== "Date" || currencies.length === 0 || unknown !== undefined) {
    throw new SourceShapeError(`not the ECB's history: the header says "${header.slice(0, 4).join(",")}…"`);
  }
  if (new Set(currencies).size < currencies.length) throw new SourceShapeError("a currency has two columns");
  const days = new Set<string>();
  return rows.flatMap(([date = "", ...cells], place) => {
    const line = place + 2;
    if (!day.safeParse(date).success) throw new SourceShapeError(`line ${line}: "${date}" is no day`);
    if (days.has(date)) throw new SourceShapeError(`line ${line}: ${date} is listed twice`);
    days.add(date);
    if (cells.slice(currencies.length).some((cell) => cell !== "")) {
      throw new SourceShapeError(`line ${line}: more figures than currencies`);
    }
    return currencies.flatMap((quote, column) => rateOf(cells[column] ?? "", quote, date, line));
  });
}

function readTable(text: string): readonly string[][] {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true });
  } catch (cause) {
    throw new SourceShapeError(`not a CSV file: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function rateOf(cell: string, quote: string, observedOn: string, line: number): readonly PublishedRate[] {
  if (cell === "N/A") return [];
  if (!positiveDecimalString.safeParse(cell).success) {
    throw new SourceShapeError(`line ${line}, ${quote}: "${cell}" is neither a figure nor N/A`);
  }
  return [{ base: "EUR", quote, value: cell, observedOn, contributors: 1 }];
}
