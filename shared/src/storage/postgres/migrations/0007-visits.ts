import { type Kysely, sql } from "kysely";

/**
 * Visits to shops. Entries and decisions are evidence and stay; of a visit only how far it is changes. Who went and who
 * typed are codes that mean something to their organisation alone.
 */
const statements = `
create table visits (
  visit_id uuid primary key,
  identity text not null unique,
  corridor_key text not null,
  provider text not null,
  amount numeric not null,
  visited_at timestamptz not null,
  state text not null check (state in ('waiting', 'differs', 'held', 'accepted', 'refused')),
  accepted_entry uuid,
  published_run uuid,
  created_at timestamptz not null,
  check ((state = 'accepted') = (accepted_entry is not null))
);
create index visits_by_state on visits (state, created_at);
create index visits_to_publish on visits (corridor_key, amount) where state = 'accepted' and published_run is null;
comment on column visits.identity is 'Hash of corridor, provider, day, visitor, methods and amount: what makes two entries one visit';

create table visit_entries (
  entry_number bigint generated always as identity primary key,
  entry_id uuid not null unique,
  visit_id uuid not null references visits,
  content_hash text not null unique,
  key_id text not null references api_keys,
  holder text not null,
  enterer text not null,
  label text not null,
  entry json not null,
  notes text[] not null,
  entered_at timestamptz not null
);
create index entries_of_visit on visit_entries (visit_id, entry_number);

create table visit_decisions (
  decision_id bigint generated always as identity primary key,
  visit_id uuid not null references visits,
  state text not null check (state in ('accepted', 'refused')),
  entry_id uuid,
  why text not null,
  decided_at timestamptz not null
);

create function keep_visit() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{state,accepted_entry,published_run}'::text[]
        = to_jsonb(old) - '{state,accepted_entry,published_run}'::text[]
      and (old.state not in ('accepted', 'refused') or new.state = old.state)
      and (old.published_run is null or new.published_run = old.published_run)
    then
      return new;
    end if;
  end if;
  raise exception 'visits keeps what it holds: % refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger visits_kept before update or delete on visits for each row execute function keep_visit();
create trigger visits_no_truncate before truncate on visits for each statement execute function refuse_change();
create trigger visit_entries_append_only before update or delete on visit_entries
  for each row execute function refuse_change();
create trigger visit_entries_no_truncate before truncate on visit_entries
  for each statement execute function refuse_change();
create trigger visit_decisions_append_only before update or delete on visit_decisions
  for each row execute function refuse_change();
create trigger visit_decisions_no_truncate before truncate on visit_decisions
  for each statement execute function refuse_change();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}
