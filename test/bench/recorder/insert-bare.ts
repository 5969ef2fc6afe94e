import type { QuoteObservation } from "@openremit/shared/contracts";
import { corridorKey } from "@openremit/shared/domain";
import type { Database } from "@openremit/shared/storage";

const table = `create table bare_quotes (corridor_key text not null, observed_at timestamptz not null,
  quote_id text not null, source text not null, provider text not null, pay_in text, pay_out text, amount numeric,
  fee numeric, rate numeric, fetched_at timestamptz not null, observation json not null,
  primary key (corridor_key, observed_at, quote_id))`;
const insert = `insert into bare_quotes select * from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[],
  $5::text[], $6::text[], $7::text[], $8::numeric[], $9::numeric[], $10::numeric[], $11::timestamptz[], $12::json[])`;

/** The least one can do with the same rows: one plain table, one statement a batch, so many at a time. Rows a second. */
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
        await pool.query({ name: "insert-bare", text: insert, values: columnsOf(batch) });
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
    quotes.map((quote) => quote.fetchedAt),
    quotes.map((quote) => JSON.stringify(quote)),
  ];
}
