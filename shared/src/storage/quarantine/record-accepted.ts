import { type RecordJob, recordJob } from "../../contracts/index.ts";
import { oneByOne } from "../one-by-one.ts";
import type { Database } from "../postgres/database.ts";

interface Accepted {
  run_id: string;
  why: string;
  recorded_run: string;
  decided_at: Date;
  job: unknown;
}

interface AcceptingContext {
  readonly database: Database;
  readonly now: () => Date;
  /** Records a run and refreshes the latest prices. */
  readonly record: (job: RecordJob) => Promise<unknown>;
}

const mostAtOnce = 20;

/**
 * Records the quarantined runs that somebody accepted, each as a run of its own with the times of its visit: where a
 * newer visit has succeeded since, that one stays on show. A crash on the way leaves it to be recorded again under the
 * same id, which changes nothing. One that cannot be recorded keeps none of the others back. Returns how many.
 *
 * @throws AggregateError of what could not be recorded, once the others are.
 */
export async function recordAccepted({ database, now, record }: AcceptingContext): Promise<number> {
  const { rows } = await database.pool.query<Accepted>(
    `select d.run_id, d.why, d.recorded_run, d.decided_at, q.job
     from quarantine_decisions d join quarantined_runs q using (run_id)
     where d.decision = 'accepted' and d.recorded_at is null and q.job is not null
     order by d.decided_at limit ${mostAtOnce}`,
  );
  await oneByOne("accepted runs", rows, async (accepted) => {
    await record(asPassed(accepted));
    await database.pool.query("update quarantine_decisions set recorded_at = $2 where run_id = $1", [
      accepted.run_id,
      now(),
    ]);
  });
  return rows.length;
}

/** The run as it would have been, but for when it was over; and said of it, until the next success, who let it in. */
function asPassed({ run_id, why, recorded_run, decided_at, job }: Accepted): RecordJob {
  const { run, quotes, rates, issues } = recordJob.parse(job);
  const settled = issues.filter(({ code }) => code !== "expectation_broken");
  return {
    schemaVersion: 1,
    run: {
      ...run,
      runId: recorded_run,
      outcome: quotes.length + rates.length === 0 ? "empty" : "stored",
      finishedAt: decided_at.toISOString(),
      errorCode: null,
      errorMessage: null,
    },
    quotes,
    rates,
    issues: [...settled, { source: run.source, code: "accepted_by_operator", subject: run_id, detail: why }],
  };
}
