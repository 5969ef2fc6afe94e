import { type Kysely, sql } from "kysely";

/**
 * What readers say of prices, and what was corrected. Of a report only `status` may change, and `text` may be taken
 * out: somebody may have written a name there.
 */
const tables = `
create table reports (
  report_id uuid primary key,
  content_hash text not null unique,
  quote_id text not null,
  quote_revision integer not null,
  corridor_key text not null,
  provider text not null,
  source text not null,
  seen_amount numeric,
  seen_fee numeric,
  seen_rate numeric,
  seen_received numeric,
  seen_where text not null,
  seen_on date not null,
  text text,
  language text,
  received_at timestamptz not null,
  status text not null default 'received' check (status in ('received', 'confirmed', 'rejected'))
);
create index reports_by_time on reports (received_at);

create function keep_report() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{status,text}'::text[] = to_jsonb(old) - '{status,text}'::text[]
      and (new.text is null or new.text is not distinct from old.text)
    then
      return new;
    end if;
  end if;
  raise exception 'reports is append-only: % refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger reports_append_only before update or delete on reports for each row execute function keep_report();
create trigger reports_no_truncate before truncate on reports for each statement execute function refuse_change();

create table corrections (
  correction_id bigint generated always as identity primary key,
  published_at timestamptz not null,
  corridor_key text not null,
  provider text not null,
  quote_id text,
  what text not null,
  why text not null
);
create trigger corrections_append_only before update or delete on corrections
  for each row execute function refuse_change();
create trigger corrections_no_truncate before truncate on corrections
  for each statement execute function refuse_change();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
}
