import type { ClientBase } from "pg";

/** A table that holds rows itself; the parent of partitions holds none. */
export interface StoredTable {
  readonly name: string;
  /** Those that are copied: generated ones make themselves. */
  readonly columns: readonly string[];
  readonly partition: { readonly of: string; readonly bound: string } | null;
}

/** The next number a table gives out. */
export interface TableSequence {
  readonly table: string;
  readonly column: string;
  readonly last: string;
  readonly isCalled: boolean;
}

/** What two databases that hold the same rows agree about. */
export interface TableDigest {
  readonly rows: string;
  /** Sums of the rows' hashes: equal for the same rows in any order, on any version of PostgreSQL. */
  readonly digest: string;
}

/** The words PostgreSQL writes rows in, so that they do not depend on who asks. */
export const plainWords = `
  set local timezone = 'UTC';
  set local datestyle = 'ISO';
  set local intervalstyle = 'postgres';
  set local bytea_output = 'hex';
  set local extra_float_digits = 1;
  set local client_encoding = 'UTF8';
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;

const tablesText = `
select c.relname as name,
  array(select a.attname::text from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by a.attnum) as columns,
  parent.relname as parent,
  pg_get_expr(c.relpartbound, c.oid) as bound
from pg_class c
left join pg_inherits i on i.inhrelid = c.oid and c.relispartition
left join pg_class parent on parent.oid = i.inhparent
where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname not like 'kysely\\_%'
order by c.relname`;

/** Every table that holds rows, by name; who was migrated how far is told apart from them. */
export async function readTables(client: ClientBase): Promise<readonly StoredTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; parent: string | null; bound: string | null }>(
    tablesText,
  );
  return rows.map(({ name, columns, parent, bound }) => {
    return { name, columns, partition: parent === null || bound === null ? null : { of: parent, bound } };
  });
}

const sequencesText = `
select c.relname as "table", a.attname as "column",
  pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
  and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null
order by 1, 2`;

/** Where every sequence stands. Sequences know no transactions: it may be further than the rows, never behind them. */
export async function readSequences(client: ClientBase): Promise<readonly TableSequence[]> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(sequencesText);
  const found: TableSequence[] = [];
  for (const { table, column, sequence } of rows) {
    const said = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${sequence}`,
    );
    const { last = "1", called = false } = said.rows[0] ?? {};
    found.push({ table, column, last, isCalled: called });
  }
  return found;
}

/** Hashes a table's rows where they lie. */
export async function readDigest(client: ClientBase, table: string): Promise<TableDigest> {
  const half = (from: number) =>
    `to_hex(mod(coalesce(sum(('x' || substr(hash, ${from}, 15))::bit(60)::bigint::numeric), 0), 2 ^ 60::numeric)::bigint)`;
  const { rows } = await client.query<TableDigest>(`
    select count(*)::text as rows, ${half(1)} || '-' || ${half(17)} as digest
    from (select encode(sha256(convert_to(t::text, 'UTF8')), 'hex') as hash from ${quoted(table)} t) hashed`);
  return rows[0] ?? { rows: "0", digest: "0-0" };
}

/** A name as SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
