import { SourceShapeError } from "@openremit/shared/domain";
import { buildRows } from "./build-rows.ts";
import { type FoundLayout, findLayout } from "./find-layout.ts";
import { createKnownRows, type KnownRows } from "./known-rows.ts";
import { numberRows } from "./number-rows.ts";
import { openTables } from "./open-tables.ts";
import { type Reading, type ReadingContext, refusalText } from "./reading.ts";
import { RowCells } from "./row-cells.ts";
import type { SurveyRow } from "./survey-row.ts";
import type { Table, TableRow } from "./table.ts";

/** A sheet's header stands below its title, if it has one. */
const headerWithin = 10;
/** Services: enough for the database to work on while the next ones are read. */
const batchSize = 2_500;

/** Stands where bytes were no UTF-8, or are none a database can hold. */
const damaged = /[\uFFFD\0]/;

/** Above this share of refused rows the file as a whole is not what it seems; typing errors are far below it. */
const refusedLimitPct = 1;
const refusalsShown = 10;

/**
 * Reads a file of Remittance Prices Worldwide as a stream of services, and tells `reading` what it comes by.
 *
 * @throws SourceShapeError for a file that is none, that lacks columns, or of which more than one row in a hundred makes
 *   no sense; the message says what is wrong in which line.
 */
export async function* readSurvey(
  path: string,
  context: ReadingContext,
  reading: Reading,
): AsyncGenerator<readonly SurveyRow[]> {
  const known = createKnownRows();
  const withoutIds: SurveyRow[] = [];
  for await (const table of openTables(path, context.tellDone)) {
    yield* readTable(table, { context, reading, known, withoutIds });
  }
  if (withoutIds.length > 0) {
    const periods = [...new Set(withoutIds.map(({ service }) => service.period))];
    yield numberRows(withoutIds, await context.knownIds(periods));
  }
  assertSound(path, reading);
}

interface Going {
  readonly context: ReadingContext;
  readonly reading: Reading;
  readonly known: KnownRows;
  /** Rows of a layout without ids, until all are there. */
  readonly withoutIds: SurveyRow[];
}

async function* readTable(table: Table, going: Going): AsyncGenerator<readonly SurveyRow[]> {
  const { reading, withoutIds } = going;
  let found: FoundLayout | null = null;
  let seen = 0;
  let batch: SurveyRow[] = [];
  for await (const row of table.rows) {
    if (found === null) {
      seen += 1;
      found = findLayout(row.cells, `${table.sheet === null ? "" : `sheet "${table.sheet}", `}line ${row.line}`);
      if (found !== null) reading.layouts.add(found.layout);
      else if (seen >= headerWithin) break;
      continue;
    }
    const rows = readRow(row, table, found, going);
    if (found.layout === "extract") withoutIds.push(...rows);
    else batch.push(...rows);
    if (batch.length >= batchSize) {
      yield batch;
      batch = [];
    }
  }
  if (found === null) reading.otherSheets.push(table.sheet ?? "");
  if (batch.length > 0) yield batch;
}

/** The services of a row; none where it is empty, repeated or refused. */
function readRow(row: TableRow, table: Table, found: FoundLayout, going: Going): readonly SurveyRow[] {
  const { reading } = going;
  if (row.cells.every((cell) => cell.trim() === "")) return [];
  reading.rowsRead += 1;
  try {
    assertWhole(row, table, found);
    const rows = buildRows(new RowCells(found, row.cells), found, going.context.countries);
    if (rows.length === 0) reading.rowsEmpty += 1;
    const taken = going.known.take(rows, row.line);
    if (taken.length < rows.length) reading.rowsRepeated += 1;
    reading.servicesRead += taken.length;
    for (const { service } of taken) {
      for (const flag of service.flags) reading.flagged.set(flag, (reading.flagged.get(flag) ?? 0) + 1);
    }
    return taken;
  } catch (error) {
    if (!(error instanceof SourceShapeError)) throw error;
    reading.refused.push({ sheet: table.sheet, line: row.line, problem: error.message });
    return [];
  }
}

function assertWhole({ cells }: TableRow, { isRagged }: Table, { width, hasJunk }: FoundLayout): void {
  if (cells.some((cell) => damaged.test(cell))) throw new SourceShapeError("holds characters that are not UTF-8 text");
  if (isRagged) return;
  if (cells.length < width) throw new SourceShapeError(`ends after ${cells.length} of ${width} cells`);
  if (cells.length > width && !hasJunk) throw new SourceShapeError(`${cells.length} cells below ${width} headers`);
}

function assertSound(path: string, { layouts, otherSheets, rowsRead, refused }: Reading): void {
  if (layouts.size === 0) {
    const sheets = otherSheets.filter((name) => name !== "");
    const where = sheets.length === 0 ? "" : ` in any of its sheets (${sheets.join(", ")})`;
    throw new SourceShapeError(`${path} has no header of Remittance Prices Worldwide${where}`);
  }
  if (rowsRead === 0) throw new SourceShapeError(`${path} has a header and no rows`);
  if (refused.length * 100 <= rowsRead * refusedLimitPct) return;
  const shown = refused.slice(0, refusalsShown).map((one) => `  ${refusalText(one)}`);
  const more = refused.length > refusalsShown ? [`  and ${refused.length - refusalsShown} more`] : [];
  const why = `${path}: ${refused.length} of ${rowsRead} rows make no sense, so nothing is stored:`;
  throw new SourceShapeError([why, ...shown, ...more].join("\n"));
}
