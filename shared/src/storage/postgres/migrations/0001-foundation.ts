import { type Kysely, sql } from "kysely";

/** Rows that are evidence. Nobody changes or removes them; a correction is a new row. */
const appendOnly = ["runs", "quotes", "run_coverages", "rates", "snapshots", "refused_payloads"];

const tables = `
create table meta (
  key text primary key,
  value text not null
);

create table runs (
  run_id uuid primary key,
  source text not null,
  kind text not null,
  outcome text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  fetched_at timestamptz,
  error_code text,
  error_message text,
  adapter_version text not null,
  simulated boolean not null,
  quote_count integer not null,
  rate_count integer not null,
  issue_count integer not null,
  recorded_at timestamptz not null default now()
);
create index runs_of_source on runs (source, started_at desc);
create index successful_runs_of_source on runs (source, started_at desc) where outcome in ('stored', 'empty');

create table quotes (
  corridor_key text not null,
  observed_at timestamptz not null,
  quote_id text not null,
  revision integer not null,
  run_id uuid not null,
  source text not null,
  provider text not null,
  pay_in text,
  pay_out text,
  amount numeric,
  fee numeric,
  rate numeric,
  pay_out_fee numeric,
  received numeric,
  fetched_at timestamptz not null,
  value_hash text not null,
  observation json not null,
  recorded_at timestamptz not null default now(),
  primary key (corridor_key, observed_at, quote_id, revision)
) partition by range (observed_at);
create index quotes_by_id on quotes (quote_id);
comment on column quotes.observation is 'The whole observation as it came; json, not jsonb, so that its bytes survive';

create table coverage_keys (
  corridor_key text not null,
  source text not null,
  amount_key text not null,
  primary key (corridor_key, source, amount_key)
);
comment on table coverage_keys is 'Every corridor, source and amount that was ever covered: what a reading of the latest walks';

create table run_coverages (
  corridor_key text not null,
  source text not null,
  amount_key text not null,
  fetched_at timestamptz not null,
  run_id uuid not null,
  quote_ids text[] not null,
  quote_revisions integer[] not null,
  quote_observed_at timestamptz[] not null,
  primary key (corridor_key, source, amount_key, fetched_at, run_id)
) partition by range (fetched_at);
comment on column run_coverages.amount_key is 'Send amount without trailing zeros, * for every amount';

create table rate_pairs (
  source text not null,
  base text not null,
  quote text not null,
  primary key (source, base, quote)
);

create table rates (
  source text not null,
  base text not null,
  quote text not null,
  observed_on date not null,
  revision integer not null,
  run_id uuid not null,
  value numeric not null,
  contributors integer not null,
  fetched_at timestamptz not null,
  value_hash text not null,
  observation json not null,
  recorded_at timestamptz not null default now(),
  primary key (source, base, quote, observed_on, revision)
);

create table snapshots (
  sha256 text primary key,
  body bytea not null,
  size integer not null,
  content_type text,
  first_fetched_at timestamptz not null
);
alter table snapshots alter column body set storage external;

create table source_issues (
  issue_id bigint generated always as identity primary key,
  source text not null,
  code text not null,
  subject text not null,
  detail text not null,
  count integer not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  first_run_id uuid,
  last_run_id uuid,
  last_covers text[] not null,
  closed_at timestamptz,
  closed_by_run_id uuid
);
create unique index open_source_issues on source_issues (source, code, subject) where closed_at is null;

create table source_pauses (
  pause_id bigint generated always as identity primary key,
  source text not null,
  reason text not null,
  paused_at timestamptz not null,
  resumed_at timestamptz
);
create unique index standing_source_pauses on source_pauses (source) where resumed_at is null;

create table refused_payloads (
  queue text not null,
  job_id text not null,
  source text not null,
  payload text not null,
  reason text not null,
  refused_at timestamptz not null,
  primary key (queue, job_id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
`;

/** Partitions get the row trigger from their parent; a truncation is refused on the parent only. */
function guard(table: string): string {
  return `
create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
create trigger ${table}_no_truncate before truncate on ${table} for each statement execute function refuse_change();
`;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables + appendOnly.map(guard).join("")).execute(db);
}
