import { type Kysely, sql } from "kysely";

/** What a quarantined run would have recorded, until somebody decides or it is too old to matter; and what was decided. */
const statements = `
create table quarantined_runs (
  run_id uuid primary key,
  source text not null,
  job json,
  kept_at timestamptz not null
);
comment on column quarantined_runs.job is 'The record job as it came; null once it is of no use any more';
create index quarantined_runs_of_source on quarantined_runs (source);

create table quarantine_decisions (
  run_id uuid primary key references quarantined_runs,
  decision text not null check (decision in ('accepted', 'rejected')),
  why text not null,
  key_id text not null,
  decided_at timestamptz not null,
  recorded_run uuid,
  recorded_at timestamptz
);
comment on column quarantine_decisions.recorded_run is 'The run that an accepted one is recorded as';
create index quarantine_decisions_to_record on quarantine_decisions (decided_at)
  where decision = 'accepted' and recorded_at is null;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}
