import { createAsOfViews, needsByteOrder } from "./as-of-views.ts";
import type { Database } from "./database.ts";
import type { Asks } from "./statement.ts";
import { type RawRow, type RowsQuery, streamRows } from "./stream-rows.ts";

export interface RecordViewOptions {
  /** Longest one batch of rows, or one statement, may take. */
  readonly statementTimeoutMs: number;
  /** Longest a stream of rows may take as a whole, the time its reader takes included. */
  readonly streamTimeoutMs: number;
  /** Only what was recorded before this moment, as it was known then, in an order that is the same on every server. */
  readonly before?: Date | undefined;
}

/** The record as it stood at one moment: nothing read through it sees what was recorded meanwhile. */
export interface RecordView {
  /** In the place of the database's own pool, for the statements of the record. */
  readonly pool: Asks;
  /** Whether texts have to be told to order by their bytes. */
  readonly byteOrder: boolean;
  /** Rows batch by batch, as texts. One stream at a time; nothing else may be asked while it runs. */
  stream(query: RowsQuery): AsyncGenerator<readonly RawRow[]>;
  /** Everything wanted was read: the connection goes back to the pool. */
  finish(): Promise<void>;
  /** Ends it wherever it stands, at any time: what runs is cancelled and the connection closed. Nothing after `finish`. */
  abandon(): Promise<void>;
}

/**
 * Opens a read-only transaction that sees one state of the record. Sorting is discouraged, because an index gives the
 * first row at once, and just-in-time compilation, because it costs more than it saves before that row.
 */
export async function openRecordView(database: Database, options: RecordViewOptions): Promise<RecordView> {
  const { client, server } = (await database.take?.()) ?? { client: await database.pool.connect(), server: database };
  // A connection that breaks between two questions says so here, and would end the process if nobody listened.
  client.on("error", ignored);
  let pid: number;
  let byteOrder = false;
  try {
    await client.query(beginText(options));
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    pid = rows[0]?.pid ?? 0;
    if (options.before !== undefined) {
      await createAsOfViews(client, options.before);
      byteOrder = await needsByteOrder(client);
      await client.query("set transaction read only");
    }
  } catch (error) {
    client.release(true);
    throw error;
  }
  let ended: Promise<void> | null = null;

  /** Nothing was written that should stay; views of a past moment go with it, and plans that speak of them. */
  async function end(): Promise<void> {
    try {
      await client.query(options.before === undefined ? "rollback" : "rollback; discard plans");
      client.off("error", ignored);
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** A statement under way would hold the server until its next row: it is cancelled before the connection goes. */
  async function cancel(): Promise<void> {
    await server.pool.query("select pg_cancel_backend($1)", [pid]).catch(ignored);
    client.release(true);
  }

  return {
    pool: client,
    byteOrder,
    async *stream(query) {
      // To PostgreSQL all batches of a cursor are one statement.
      await client.query(`set local statement_timeout = ${options.streamTimeoutMs}`);
      yield* streamRows(client, query, options.statementTimeoutMs);
    },
    finish() {
      ended ??= end();
      return ended;
    },
    abandon() {
      ended ??= cancel();
      return ended;
    },
  };
}

function beginText({ statementTimeoutMs, streamTimeoutMs, before }: RecordViewOptions): string {
  return `begin isolation level repeatable read ${before === undefined ? "read only" : ""};
    set local statement_timeout = ${statementTimeoutMs};
    set local idle_in_transaction_session_timeout = ${streamTimeoutMs};
    set local timezone = 'UTC';
    set local datestyle = 'ISO';
    set local enable_sort = off;
    set local jit = off`;
}

function ignored(): void {
  // Whoever reads through the view meets the same error there.
}
