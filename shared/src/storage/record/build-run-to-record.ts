import type { QuoteObservation, RateObservation, RecordJob } from "../../contracts/index.ts";
import { DomainError } from "../../domain/index.ts";
import { buildCoverages } from "./build-coverages.ts";
import type { RunToRecord } from "./recording.ts";
import { quoteValueHash, rateValueHash } from "./value-hash.ts";

/**
 * Decides what of a job is recorded.
 *
 * @throws DomainError where the job contradicts itself: observations of another source, mode or kind, a success
 *   without the time its answer arrived, or one id with two values.
 */
export function buildRunToRecord(job: RecordJob): RunToRecord {
  const { run } = job;
  for (const observation of [...job.quotes, ...job.rates]) {
    if (observation.source !== run.source) throw contradiction(job, `an observation of ${observation.source}`);
    if (observation.simulated !== run.simulated) throw contradiction(job, "simulated and real observations");
  }
  if (run.kind === "quotes" && job.rates.length > 0) throw contradiction(job, "rates in a run of quotes");
  if (run.kind === "rates" && job.quotes.length > 0) throw contradiction(job, "quotes in a run of rates");
  if (run.outcome !== "stored" && run.outcome !== "empty") return { job, quotes: [], coverages: [], rates: [] };
  if (run.fetchedAt === null) throw contradiction(job, "a success, and no time at which its answer arrived");
  const quotes = distinct(job, job.quotes, (quote: QuoteObservation) => quote.quoteId, quoteValueHash);
  const rates = distinct(job, job.rates, rateId, rateValueHash);
  // Milliseconds, always written: the projection compares these as text.
  const fetchedAt = new Date(run.fetchedAt).toISOString();
  return { job, quotes, coverages: buildCoverages(run.covers, fetchedAt, quotes), rates };
}

function rateId(rate: RateObservation): string {
  return `${rate.base}/${rate.quote} of ${rate.observedOn}`;
}

/** One row per id. A source may list a row twice; it may not mean two things by it. */
function distinct<Row>(
  job: RecordJob,
  rows: readonly Row[],
  idOf: (row: Row) => string,
  hashOf: (row: Row) => string,
): readonly Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) {
    const known = first.get(idOf(row));
    if (known === undefined) first.set(idOf(row), row);
    else if (hashOf(known) !== hashOf(row)) throw contradiction(job, `two values for ${idOf(row)}`);
  }
  return first.size === rows.length ? rows : [...first.values()];
}

function contradiction(job: RecordJob, what: string): DomainError {
  return new DomainError(`Run ${job.run.runId} of ${job.run.source} holds ${what}`, {
    details: { runId: job.run.runId, source: job.run.source },
  });
}
