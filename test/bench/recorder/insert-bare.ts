import { randomUUID } from "node:crypto";
import type { QuoteObservation } from "@openremit/shared/contracts";
import { corridorKey } from "@openremit/shared/domain";
import type { Database } from "@openremit/shared/storage";

/** Columns, key and index of the record's own table, in one piece: no partitions, no triggers. */
const table = "create table bare_quotes (like quotes including all)";
const insert = `insert into bare_quotes (corridor_key, observed_at, quote_id, revision, run_id, source, provider, pay_in,
  pay_out, amount, fee, rate, pay_out_fee, received, fetched_at, value_hash, observation)
  select corridor_key, observed_at, quote_id, 1, $1::uuid, source, provider, pay_in, pay_out, amount, fee, rate,
    pay_out_fee, received, fetched_at, quote_id || quote_id, observation
  from unnest($2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::numeric[],
    $10::numeric[], $11::numeric[], $12::numeric[], $13::numeric[], $14::timestamptz[], $15::json[])
    as t (corridor_key, observed_at, quote_id, source, provider, pay_in, pay_out, amount, fee, rate, pay_out_fee,
      received, fetched_at, observation)`;

/** The least one can do with the same rows: one statement a batch, so many at a time. Rows a second. */
export async function insertBare(
  { pool }: Database,
  batches: readonly (readonly QuoteObservation[])[],
  concurrency: number,
): Promise<number> {
  await pool.query(table);
  const waiting = [...batches];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let batch = waiting.pop(); batch !== undefined; batch = waiting.pop()) {
        await pool.query({ name: "insert-bare", text: insert, values: [randomUUID(), ...columnsOf(batch)] });
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  await pool.query("drop table bare_quotes");
  return batches.reduce((sum, batch) => sum + batch.length, 0) / seconds;
}

function columnsOf(quotes: readonly QuoteObservation[]): unknown[] {
  return [
    quotes.map((quote) => corridorKey(quote.corridor)),
    quotes.map((quote) => quote.observedAt),
    quotes.map((quote) => quote.quoteId),
    quotes.map((quote) => quote.source),
    quotes.map((quote) => quote.provider),
    quotes.map((quote) => quote.payIn),
    quotes.map((quote) => quote.payOut),
    quotes.map((quote) => quote.amount),
    quotes.map((quote) => quote.fee),
    quotes.map((quote) => quote.rate),
    quotes.map((quote) => quote.payOutFee),
    quotes.map((quote) => quote.received),
    quotes.map((quote) => quote.fetchedAt),
    quotes.map((quote) => JSON.stringify(quote)),
  ];
}
