import type { PoolClient } from "pg";
import Cursor from "pg-cursor";
import { inTime } from "../../runtime/index.ts";

/** PostgreSQL's own text of each cell. */
export type RawRow = (string | null)[];

export interface RowsQuery {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Few enough that their texts are gone before the garbage collector first comes by: ten times as many take no less time,
 * and half again the memory of the process.
 */
const batchRows = 50;

/** No cell is read into a JavaScript value: figures keep their digits, and text is what every format starts from. */
const asText = { rowMode: "array" as const, types: { getTypeParser: () => (text: string) => text } };

/**
 * Rows by a server-side cursor: the next batch is under way while one is worked on, and no more is read until it is
 * taken.
 *
 * @throws Error with code ETIMEDOUT where a batch takes longer than that.
 */
export async function* streamRows(
  client: PoolClient,
  { text, values }: RowsQuery,
  batchTimeoutMs: number,
): AsyncGenerator<readonly RawRow[]> {
  const cursor = client.query(new Cursor<RawRow>(text, [...values], asText));
  const readOn = () => {
    const batch = cursor.read(batchRows);
    // It may fail while a slow reader has the one before, or after everybody has left: whoever takes it hears of it.
    batch.catch(() => undefined);
    return batch;
  };
  for (let coming = readOn(); ; ) {
    const rows = await inTime(batchTimeoutMs, coming, "PostgreSQL");
    if (rows.length === 0) return;
    coming = readOn();
    yield rows;
  }
}
