import { type Kysely, sql } from "kysely";

/**
 * When each row of the survey was recorded, as for every other row of the record: a release of a past day leaves out
 * what was imported later. Rows from before take the time of their file.
 */
const statements = `
alter table survey_services add column recorded_at timestamptz not null default now();
alter table survey_services disable trigger survey_services_append_only;
update survey_services s set recorded_at = coalesce(
  (select min(f.imported_at) from survey_files f where f.sha256 = s.file_sha256), now()
);
alter table survey_services enable trigger survey_services_append_only;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}
