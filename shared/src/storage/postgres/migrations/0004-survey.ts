import { type Kysely, sql } from "kysely";

/** Published history, kept as published: nobody changes a row, a corrected file adds revisions. */
const statements = `
create table survey_files (
  sha256 text not null,
  reader_version integer not null,
  name text not null,
  layouts text[] not null,
  rows_read integer not null,
  rows_refused integer not null,
  services_read integer not null,
  services_stored integer not null,
  services_revised integer not null,
  flagged json not null,
  imported_at timestamptz not null,
  primary key (sha256, reader_version)
);

create table survey_services (
  period text not null,
  survey_id text not null,
  revision integer not null,
  file_sha256 text not null,
  source_row_id text,
  layout text not null,
  surveyed_on date,
  source_country text not null,
  destination_country text not null,
  firm text not null,
  firm_type text,
  product text,
  access_point text,
  pay_in_text text,
  pay_in text,
  pay_out_text text,
  pay_out text,
  pickup_location text,
  coverage text,
  speed_text text,
  speed text,
  speed_days integer,
  amount_usd integer not null,
  local_amount numeric,
  local_currency text,
  fee numeric,
  fee_pct numeric,
  rate numeric,
  interbank_rate numeric,
  fx_margin_pct numeric,
  total_cost_pct numeric,
  transparent boolean,
  pay_out_currency text,
  note text,
  note2 text,
  flags text[] not null,
  value_hash text not null,
  primary key (period, survey_id, revision)
);
create index survey_services_of_corridor on survey_services (source_country, destination_country, period);
comment on table survey_services is 'World Bank, Remittance Prices Worldwide: one row a service, amount and revision';
comment on column survey_services.survey_id is 'Unique only within its period';

create view current_survey_services as
select s.* from survey_services s
where not exists (
  select from survey_services newer
  where newer.period = s.period and newer.survey_id = s.survey_id and newer.revision > s.revision
);

create trigger survey_services_append_only before update or delete on survey_services
  for each row execute function refuse_change();
create trigger survey_services_no_truncate before truncate on survey_services
  for each statement execute function refuse_change();
create trigger survey_files_append_only before update or delete on survey_files
  for each row execute function refuse_change();
create trigger survey_files_no_truncate before truncate on survey_files
  for each statement execute function refuse_change();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}
