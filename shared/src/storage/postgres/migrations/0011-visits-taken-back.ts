import { type Kysely, sql } from "kysely";

/** A visit that was accepted may be refused after all; the recorder then takes its price back. */
const statements = `
alter table visits add column to_withdraw boolean not null default false;
comment on column visits.to_withdraw is 'Refused after it was accepted: its price is to be taken back';
create index visits_to_withdraw on visits (created_at) where to_withdraw;

create or replace function keep_visit() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{state,accepted_entry,published_run,to_withdraw}'::text[]
        = to_jsonb(old) - '{state,accepted_entry,published_run,to_withdraw}'::text[]
      and (new.state = old.state or old.state not in ('accepted', 'refused')
        or (old.state = 'accepted' and new.state = 'refused'))
      and (old.published_run is null or new.published_run = old.published_run)
    then
      return new;
    end if;
  end if;
  raise exception 'visits keeps what it holds: % refused', tg_op using errcode = 'restrict_violation';
end $$;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}
