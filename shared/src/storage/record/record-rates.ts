import type { Database } from "../postgres/database.ts";
import { runStatement } from "../postgres/statement.ts";
import { ratesStatement } from "./rates-statement.ts";
import type { Recording, RunToRecord } from "./recording.ts";
import { runValues } from "./run-statement-parts.ts";
import { rateValueHash } from "./value-hash.ts";

interface Outcome extends Record<string, unknown> {
  readonly claimed: boolean;
  readonly mode: string | null;
  readonly changed: readonly { readonly n: number; readonly revision: number }[] | null;
}

/** Writes a run of reference rates in one statement. */
export async function recordRates(database: Database, { job, rates }: RunToRecord): Promise<Recording> {
  const values = {
    ...runValues(job),
    bases: rates.map((rate) => rate.base),
    quotes: rates.map((rate) => rate.quote),
    observedOn: rates.map((rate) => rate.observedOn),
    rateValues: rates.map((rate) => rate.value),
    contributors: rates.map((rate) => rate.contributors),
    rateFetchedAt: rates.map((rate) => rate.fetchedAt),
    valueHashes: rates.map(rateValueHash),
    observations: rates.map((rate) => JSON.stringify(rate)),
  };
  const [outcome] = await runStatement<Outcome>(database.pool, ratesStatement, values);
  const changed = outcome?.changed ?? [];
  const numbers = new Set(changed.map((row) => row.n));
  const inserted = changed.filter((row) => row.revision === 1).length;
  return {
    claimed: outcome?.claimed ?? false,
    mode: outcome?.mode ?? null,
    entries: new Map(),
    rates: rates.filter((_, index) => numbers.has(index + 1)),
    inserted,
    revised: changed.length - inserted,
    unchanged: rates.length - changed.length,
  };
}
