import { type Kysely, sql } from "kysely";

/**
 * Of a key only the hash of its secret is kept. What it may do is settled when it is made: afterwards it can end, be
 * revoked or be used, and nothing else of it changes.
 */
const statements = `
create table api_keys (
  key_id text primary key,
  holder text not null,
  label text not null,
  scopes text[] not null,
  secret_hash bytea not null check (octet_length(secret_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_on date
);
create index api_keys_of_holder on api_keys (holder);
comment on column api_keys.holder is 'The first key of this line: a key that replaces another one keeps its holder';
comment on column api_keys.last_used_on is 'A day, no closer: when somebody works is their own business';

create function keep_api_key() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{expires_at,revoked_at,last_used_on}'::text[]
        = to_jsonb(old) - '{expires_at,revoked_at,last_used_on}'::text[]
      and (old.revoked_at is null or new.revoked_at = old.revoked_at)
      and (old.expires_at is null or new.expires_at <= old.expires_at)
    then
      return new;
    end if;
  end if;
  raise exception 'api_keys keeps what it holds: % refused', tg_op using errcode = 'restrict_violation';
end $$;
create trigger api_keys_kept before update or delete on api_keys for each row execute function keep_api_key();
create trigger api_keys_no_truncate before truncate on api_keys for each statement execute function refuse_change();
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}
