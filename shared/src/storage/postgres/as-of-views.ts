import type { PoolClient } from "pg";

/** Tables of the record with the column that says since when a row was known. */
const knownSince = {
  quotes: "recorded_at",
  rates: "recorded_at",
  runs: "recorded_at",
  survey_services: "recorded_at",
  survey_files: "imported_at",
} as const;

/** Stands on a table that is put into the shade: its own definition has to be repeated above the shade. */
const currentSurveyServices = `
create temp view current_survey_services as
select s.* from survey_services s
where not s.withdrawn and not exists (
  select from survey_services newer
  where newer.period = s.period and newer.survey_id = s.survey_id and newer.revision > s.revision
)`;

/**
 * Puts views in front of the record's tables that leave out what was recorded at `before` or later, for one
 * transaction: whatever is asked then is answered as it would have been. Statements a connection remembers are planned
 * anew, as they may speak of the tables themselves.
 */
export async function createAsOfViews(client: PoolClient, before: Date): Promise<void> {
  const { rows } = await client.query<{ schema: string }>("select current_schema() as schema");
  const schema = client.escapeIdentifier(rows[0]?.schema ?? "public");
  const views = Object.entries(knownSince).map(
    ([table, column]) =>
      `create temp view ${table} as select * from ${schema}.${table} where ${column} < '${before.toISOString()}'`,
  );
  await client.query([...views, currentSurveyServices, "discard plans"].join(";\n"));
}

/**
 * Whether texts of this database need to be told to order by their bytes: an order that differs from server to server
 * would make other files of the same rows.
 */
export async function needsByteOrder(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ by_bytes: boolean }>(
    `select datlocprovider = 'c' and datcollate in ('C', 'POSIX') as by_bytes
     from pg_database where datname = current_database()`,
  );
  return rows[0]?.by_bytes !== true;
}
