import type { Writable } from "node:stream";
import { Kysely, PostgresDialect } from "kysely";
import type { ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { ConfigError } from "../../domain/index.ts";
import type { Database } from "../postgres/database.ts";
import { migrateTo } from "../postgres/migrate.ts";
import { plainWords, quoted, readDigest, type StoredTable, type TableDigest, type TableSequence } from "./tables.ts";

/** An empty database on its way to hold a backup: one transaction, so that it holds all of it or nothing. */
export interface RestoreView {
  /** Where the rows of a table go, in PostgreSQL's own text form of COPY. One at a time, written to its end. */
  rows(table: StoredTable): Writable;
  digest(table: StoredTable): Promise<TableDigest>;
  /** In the order in which one may refer to another. */
  inOrder(tables: readonly StoredTable[]): Promise<readonly StoredTable[]>;
  finish(sequences: readonly TableSequence[]): Promise<void>;
  /** Leaves the database as empty as it was. */
  abandon(): Promise<void>;
}

/** As PostgreSQL writes bounds in UTC; a manifest that says anything else is not run as SQL. */
const bounds = /^FOR VALUES FROM \('[0-9 :+-]+'\) TO \('[0-9 :+-]+'\)$/;

/**
 * Makes the tables as they were after one migration, in a database that has none.
 *
 * @throws ConfigError where the database is not empty, or the migration is not known to this version.
 */
export async function openRestore(
  database: Pick<Database, "pool">,
  migration: string,
  tables: readonly StoredTable[],
): Promise<RestoreView> {
  const client = await database.pool.connect();
  const ignored = () => undefined;
  client.on("error", ignored);
  const abandon = async () => {
    client.off("error", ignored);
    client.release(true);
  };
  try {
    await client.query("begin");
    await client.query(plainWords);
    await assertEmpty(client);
    await migrateTo(kyselyOn(client), migration);
    for (const table of tables) if (table.partition !== null) await makePartition(client, table, table.partition);
  } catch (error) {
    await abandon();
    throw error;
  }
  return {
    rows: ({ name, columns }) =>
      client.query(copyFrom(`copy ${quoted(name)} (${columns.map(quoted).join(", ")}) from stdin`)),
    digest: ({ name }) => readDigest(client, name),
    inOrder: async (wanted) => orderByReferences(wanted, await readReferences(client)),
    async finish(sequences) {
      for (const { table, column, last, isCalled } of sequences) {
        const place = [quoted(table), column, last, isCalled];
        await client.query("select setval(pg_get_serial_sequence($1, $2), $3::bigint, $4)", place);
      }
      await client.query("commit");
      await client.query("analyze");
      client.off("error", ignored);
      client.release();
    },
    abandon,
  };
}

async function assertEmpty(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind in ('r', 'p', 'v', 'm') and relnamespace = current_schema()::regnamespace order by 1`,
  );
  if (rows.length === 0) return;
  const some = rows.slice(0, 3).map(({ name }) => name);
  throw new ConfigError(
    `the database is not empty: it has ${rows.length} tables (${some.join(", ")}${rows.length > 3 ? ", …" : ""}). ` +
      "A backup is restored into an empty database only: create a new one and name it in DATABASE_URL.",
  );
}

/** Migrations run on the one connection, inside its transaction. */
function kyselyOn(client: ClientBase): Kysely<unknown> {
  const borrowed = { query: client.query.bind(client), release: () => undefined };
  return new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => undefined } }),
  });
}

async function makePartition(client: ClientBase, { name }: StoredTable, { of, bound }: { of: string; bound: string }) {
  if (!bounds.test(bound)) throw new ConfigError(`the backup's partition ${name} has the bounds "${bound}"`);
  await client.query(`create table ${quoted(name)} (like ${quoted(of)} including defaults including constraints)`);
  await client.query(`alter table ${quoted(of)} attach partition ${quoted(name)} ${bound}`);
}

interface Reference {
  readonly from: string;
  readonly to: string;
}

async function readReferences(client: ClientBase): Promise<readonly Reference[]> {
  const { rows } = await client.query<Reference>(
    `select f.relname as "from", t.relname as "to" from pg_constraint k
     join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid where k.contype = 'f'`,
  );
  return rows;
}

/** Those first that refer to nothing that is still to come. */
export function orderByReferences(
  tables: readonly StoredTable[],
  references: readonly Reference[],
): readonly StoredTable[] {
  const ordered: StoredTable[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const waits = ({ name }: StoredTable) =>
      references.some(({ from, to }) => from === name && to !== name && names.has(to));
    const ready = left.filter((table) => !waits(table));
    if (ready.length === 0) throw new ConfigError(`tables refer to each other in a circle: ${[...names].join(", ")}`);
    ordered.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return ordered;
}
