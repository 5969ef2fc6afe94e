import { openDatabase } from "@openremit/shared/storage";

/**
 * The next version of the API: it brings the tables further than this one knows, as a migration does, and then serves.
 * It holds its locks for as long as a migration of large tables would.
 */
const expansion = `
begin;
alter table runs add column traced_by text;
alter table quotes add column newer numeric default 0;
alter table snapshots add column kept_until timestamptz;
create table of_a_newer_version (id integer primary key);
create index newer_index on quotes (provider, observed_at);
select pg_sleep(0.5);
insert into kysely_migration (name, timestamp) values ('9999-of-a-newer-version', '2026-12-01T00:00:00.000Z')
  on conflict do nothing;
commit`;

const database = openDatabase(process.env.DATABASE_URL ?? "");
const { rows } = await database.pool.query("select 1 from kysely_migration where name like '9999-%'");
if (rows.length === 0) await database.pool.query(expansion);
await database.close();
await import("../../../services/api/src/main.ts");
