import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Countries } from "@openremit/shared/catalog";
import type { SurveyFile } from "@openremit/shared/contracts";
import { ConfigError } from "@openremit/shared/domain";
import { type Database, readExtractIds, readSurveyFile, recordSurvey } from "@openremit/shared/storage";
import { readSurvey } from "./read-survey.ts";
import { createReading, type Reading } from "./reading.ts";
import type { TellDone } from "./table.ts";

/** Changes whenever the reader makes something else of the same bytes: a file is then read once more. */
export const surveyReaderVersion = 2;

export interface SurveyImportContext {
  readonly database: Database;
  readonly countries: Countries;
  readonly tellDone: TellDone;
}

export interface SurveyToImport {
  readonly path: string;
  /** How the file is called in the record: its name, or the address it came from. */
  readonly name: string;
}

/** What an import did; `reading` is null where the very same file had been imported before. */
export interface ImportedSurvey {
  readonly file: SurveyFile;
  readonly reading: Reading | null;
}

/**
 * Imports a file of Remittance Prices Worldwide: wholly, or not at all. The same file again changes nothing; a file with
 * other figures under known ids makes revisions, and one that is whole withdraws what it no longer holds.
 *
 * @throws SourceShapeError where the file is not what it should be, naming what is wrong in which line; ConfigError
 *   where it cannot be read.
 */
export async function importSurvey(
  { path, name }: SurveyToImport,
  { database, countries, tellDone }: SurveyImportContext,
): Promise<ImportedSurvey> {
  const sha256 = await hashOfFile(path);
  const known = await readSurveyFile(database, sha256, surveyReaderVersion);
  if (known !== null) return { file: known, reading: null };
  const reading = createReading();
  // Nobody else imports meanwhile: what another connection reads is what this one finds.
  const knownIds = (periods: readonly string[]) => readExtractIds(database, periods);
  const rows = readSurvey(path, { countries, tellDone, knownIds }, reading);
  const file = await recordSurvey(database, sha256, rows, () => ({
    name,
    readerVersion: surveyReaderVersion,
    layouts: [...reading.layouts],
    rowsRead: reading.rowsRead,
    rowsRefused: reading.refused.length,
    servicesRead: reading.servicesRead,
    flagged: Object.fromEntries(reading.flagged),
  }));
  return { file, reading };
}

async function hashOfFile(path: string): Promise<string> {
  const sum = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) sum.update(chunk);
  } catch (cause) {
    throw new ConfigError(`${path} cannot be read: name a CSV or XLSX file`, { cause });
  }
  return sum.digest("hex");
}
