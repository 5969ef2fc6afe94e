import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Database } from "../postgres/database.ts";
import { streamRows } from "../postgres/stream-rows.ts";

/** A row by its key, with a short text that is equal for rows that say the same. */
export interface KeyedRow {
  readonly key: string;
  readonly hash: string;
}

export type KeyedRows = AsyncIterable<readonly KeyedRow[]>;

export interface ChangeCounts {
  readonly added: number;
  readonly revised: number;
  readonly withdrawn: number;
}

/** A row that says something else than before, or that is gone. */
export interface ChangedRow {
  readonly change: "revised" | "withdrawn";
  readonly key: string;
}

const prepare = `
begin;
create temp table rows_before (key text collate "C" not null, hash text not null) on commit drop;
create temp table rows_now (like rows_before) on commit drop;
`;

const compare = `
analyze rows_before;
analyze rows_now;
create temp table row_changes on commit drop as
select coalesce(b.key, n.key) as key,
  case when b.key is null then 'added' when n.key is null then 'withdrawn' else 'revised' end as change
from rows_before b full join rows_now n on n.key = b.key
where b.hash is distinct from n.hash;
`;

const count = `
select count(*) filter (where change = 'added')::integer as added,
  count(*) filter (where change = 'revised')::integer as revised,
  count(*) filter (where change = 'withdrawn')::integer as withdrawn
from row_changes
`;

const list = "select change, key from row_changes where change <> 'added' order by change, key";
const batchTimeoutMs = 600_000;

/**
 * What became of rows from one time to another, told apart by their keys. PostgreSQL compares them on its own disk, so
 * that any number fits; nothing of it stays.
 *
 * @returns the changed rows in order, revised ones by key, then withdrawn ones; after them, how many there are.
 */
export async function* compareRows(
  { pool }: Pick<Database, "pool">,
  before: KeyedRows,
  now: KeyedRows,
): AsyncGenerator<readonly ChangedRow[], ChangeCounts> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    await client.query(prepare);
    await copyRows(client, "rows_before", before);
    await copyRows(client, "rows_now", now);
    await client.query(compare);
    const { rows } = await client.query<ChangeCounts>(count);
    for await (const batch of streamRows(client, { text: list, values: [] }, batchTimeoutMs)) {
      yield batch.map(([change, key]) => ({ change: change === "revised" ? change : "withdrawn", key: key ?? "" }));
    }
    await client.query("rollback");
    isWhole = true;
    return rows[0] ?? { added: 0, revised: 0, withdrawn: 0 };
  } finally {
    // The connection may be in the middle of a copy: it is closed, and its tables with it.
    client.release(!isWhole);
  }
}

async function copyRows(client: PoolClient, table: string, rows: KeyedRows): Promise<void> {
  await pipeline(Readable.from(linesOf(rows)), client.query(copyFrom(`copy ${table} from stdin`)));
}

async function* linesOf(rows: KeyedRows): AsyncGenerator<string> {
  for await (const batch of rows) yield batch.map(({ key, hash }) => `${escaped(key)}\t${hash}\n`).join("");
}

/** Keys are JSON: without tabs and line ends, and full of backslashes at worst. */
function escaped(key: string): string {
  return key.replaceAll("\\", "\\\\");
}
