import { type Kysely, sql } from "kysely";

/** A service that a corrected file no longer holds ends with a revision that says so; what was said before stays. */
const statements = `
alter table survey_services add column withdrawn boolean not null default false;
comment on column survey_services.withdrawn is 'From this revision on the survey no longer holds the service';
create index survey_services_withdrawn on survey_services (period, survey_id) where withdrawn;
alter table survey_files add column services_withdrawn integer not null default 0;

create or replace view current_survey_services as
select s.* from survey_services s
where not s.withdrawn and not exists (
  select from survey_services newer
  where newer.period = s.period and newer.survey_id = s.survey_id and newer.revision > s.revision
);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}
