import type { SurveyFile } from "../../contracts/index.ts";
import type { Database } from "../postgres/database.ts";

interface Row {
  readonly sha256: string;
  readonly reader_version: number;
  readonly name: string;
  readonly layouts: SurveyFile["layouts"];
  readonly rows_read: number;
  readonly rows_refused: number;
  readonly services_read: number;
  readonly services_stored: number;
  readonly services_revised: number;
  readonly services_withdrawn: number;
  readonly flagged: SurveyFile["flagged"];
  readonly imported_at: Date;
}

/** The file with these bytes, if this version of the reader imported it before; null otherwise. */
export async function readSurveyFile(
  database: Database,
  sha256: string,
  readerVersion: number,
): Promise<SurveyFile | null> {
  const { rows } = await database.pool.query<Row>(
    "select * from survey_files where sha256 = $1 and reader_version = $2",
    [sha256, readerVersion],
  );
  const row = rows[0];
  if (row === undefined) return null;
  return {
    sha256: row.sha256,
    name: row.name,
    readerVersion: row.reader_version,
    layouts: row.layouts,
    rowsRead: row.rows_read,
    rowsRefused: row.rows_refused,
    servicesRead: row.services_read,
    servicesStored: row.services_stored,
    servicesRevised: row.services_revised,
    servicesWithdrawn: row.services_withdrawn,
    flagged: row.flagged,
    importedAt: row.imported_at.toISOString(),
  };
}
