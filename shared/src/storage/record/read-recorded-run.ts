import type { LatestEntry, RateObservation } from "../../contracts/index.ts";
import { amountOf } from "../amount-key.ts";
import type { Database } from "../postgres/database.ts";
import { observationsOf } from "../postgres/observations-of.ts";
import { buildStatement, runStatement } from "../postgres/statement.ts";
import type { RecordedRun, RunToRecord } from "./recording.ts";

const coverages = buildStatement(
  "read-recorded-coverages",
  `
select c.corridor_key, c.amount_key, c.fetched_at, o.quotes
from unnest({corridorKeys}::text[], {amountKeys}::text[], {fetchedAt}::timestamptz[])
  as k (corridor_key, amount_key, fetched_at)
join run_coverages c on c.corridor_key = k.corridor_key and c.source = {source}::text
  and c.amount_key = k.amount_key and c.fetched_at = k.fetched_at and c.run_id = {runId}::uuid
cross join lateral (${observationsOf("c")}) o
order by c.corridor_key, c.amount_key
`,
);

const rates = buildStatement(
  "read-recorded-rates",
  `
select r.observation
from unnest({bases}::text[], {quotes}::text[], {observedOn}::date[]) with ordinality as k (base, quote, observed_on, n)
join rates r on r.source = {source}::text and r.base = k.base and r.quote = k.quote
  and r.observed_on = k.observed_on and r.run_id = {runId}::uuid
order by k.n
`,
);

interface CoverageRow {
  corridor_key: string;
  amount_key: string;
  fetched_at: Date;
  quotes: LatestEntry["quotes"];
}

/** What an earlier delivery of the same run left in the record. */
export async function readRecordedRun(database: Database, run: RunToRecord): Promise<RecordedRun> {
  const { runId, source } = run.job.run;
  const covered = await runStatement<CoverageRow & Record<string, unknown>>(database.pool, coverages, {
    runId,
    source,
    corridorKeys: run.coverages.map((row) => row.corridorKey),
    amountKeys: run.coverages.map((row) => row.amountKey),
    fetchedAt: run.coverages.map((row) => row.fetchedAt),
  });
  const entries = new Map<string, LatestEntry[]>();
  for (const row of covered) {
    const entry = { source, amount: amountOf(row.amount_key), runId, fetchedAt: row.fetched_at.toISOString() };
    entries.set(row.corridor_key, [...(entries.get(row.corridor_key) ?? []), { ...entry, quotes: row.quotes }]);
  }
  const left = await runStatement<{ observation: RateObservation }>(database.pool, rates, {
    runId,
    source,
    bases: run.rates.map((rate) => rate.base),
    quotes: run.rates.map((rate) => rate.quote),
    observedOn: run.rates.map((rate) => rate.observedOn),
  });
  const unchanged = run.quotes.length + run.rates.length;
  return { entries, rates: left.map((row) => row.observation), inserted: 0, revised: 0, unchanged };
}
