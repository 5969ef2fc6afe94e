import { type Kysely, sql } from "kysely";

/** Null in rows that are older: nobody noted it then. */
const statements = `
alter table runs add column robots text, add column robots_read_at timestamptz;
comment on column runs.robots is 'What robots.txt said about the visit';

create table missing_keys (
  source text primary key,
  variable text not null,
  since timestamptz not null
);
comment on table missing_keys is 'Sources the collector leaves alone because the operator''s key is not in its environment';
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statements).execute(db);
}
