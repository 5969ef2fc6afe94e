import type { Database } from "../postgres/database.ts";

/** Files of the survey that were imported before a moment, in that order; one that was read twice stands once. */
export async function readSurveyFilesBefore(
  { pool }: Pick<Database, "pool">,
  before: Date,
): Promise<readonly { readonly name: string; readonly sha256: string }[]> {
  const { rows } = await pool.query<{ name: string; sha256: string }>(
    `select name, sha256 from (
       select distinct on (sha256) name, sha256, imported_at from survey_files where imported_at < $1
       order by sha256, imported_at, reader_version
     ) as files order by imported_at, sha256`,
    [before.toISOString()],
  );
  return rows;
}
