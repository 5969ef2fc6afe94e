import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { columnsOf, quoteRow } from "@openremit/shared/contracts";
import { buildRowsQuery, type Database, quoteRows } from "@openremit/shared/storage";
import { to as copyTo } from "pg-copy-streams";

/** What the export asks PostgreSQL for, all columns of all quotes. */
export const { text: rowsText } = buildRowsQuery(
  quoteRows,
  columnsOf(quoteRow).map(({ name }) => name),
  {},
);

/** Swallows what comes and counts it. */
export function createSink() {
  const sink = { bytes: 0 };
  const stream = new Writable({
    highWaterMark: 1_048_576,
    write(piece: Buffer, _encoding, done) {
      sink.bytes += piece.length;
      done();
    },
  });
  return { sink, stream };
}

/**
 * Seconds of `COPY (the same query) TO STDOUT` as CSV, as `psql \copy` does it, in a transaction with the settings of an
 * export: the most that PostgreSQL itself hands out.
 */
export async function copyOut(database: Database): Promise<{ seconds: number; bytes: number }> {
  const client = await database.pool.connect();
  const { sink, stream } = createSink();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local enable_sort = off; set local jit = off; set local timezone = 'UTC'");
    const startedAt = performance.now();
    await pipeline(client.query(copyTo(`copy (${rowsText}) to stdout (format csv, header)`)), stream);
    const seconds = (performance.now() - startedAt) / 1_000;
    await client.query("commit");
    return { seconds, bytes: sink.bytes };
  } finally {
    client.release();
  }
}
