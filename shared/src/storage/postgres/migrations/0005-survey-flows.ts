import { type Kysely, sql } from "kysely";

/** Bilateral remittance flows, the weights of corridors; a later file replaces nothing, the latest year counts. */
const statements = `
create table survey_flow_files (
  sha256 text primary key,
  name text not null,
  year text not null,
  imported_at timestamptz not null
);

create table survey_flows (
  sha256 text not null references survey_flow_files,
  source_country text not null,
  destination_country text not null,
  usd_millions numeric not null,
  primary key (sha256, source_country, destination_country)
);

create trigger survey_flow_files_append_only before update or delete on survey_flow_files
  for each row execute function refuse_change();
create trigger survey_flows_append_only before update or delete on survey_flows
  for each row execute function refuse_change();
create trigger survey_flow_files_no_truncate before truncate on survey_flow_files
  for each statement execute function refuse_change();
create trigger survey_flows_no_truncate before truncate on survey_flows
  for each statement execute function refuse_change();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}
