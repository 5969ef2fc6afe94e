import { setTimeout as sleep } from "node:timers/promises";
import type { RecordJob } from "../../contracts/index.ts";
import { DomainError } from "../../domain/index.ts";
import { otherMode } from "../postgres/claim-mode.ts";
import type { Database } from "../postgres/database.ts";
import { buildRunToRecord } from "./build-run-to-record.ts";
import { readRecordedRun } from "./read-recorded-run.ts";
import { recordQuotes } from "./record-quotes.ts";
import { recordRates } from "./record-rates.ts";
import type { RecordedRun, Recording, RunToRecord } from "./recording.ts";

/** Two runs wrote the same row at once: unique violation, serialisation failure, deadlock. The next try sees the other. */
const crossings = new Set(["23505", "40001", "40P01"]);
const triesAtMost = 10;

/**
 * Records one visit with everything it saw, in one transaction. A run that is recorded already changes nothing and
 * gives back what it left, so a job may be delivered any number of times. Same id and same value is nothing, same id
 * and new value is a new revision; no row is ever changed. Failed and quarantined runs leave their run and issues only.
 *
 * @throws DomainError when the job contradicts itself or holds what PostgreSQL cannot store: trying again is useless.
 * @throws ConfigError when the database holds the other mode's data.
 */
export async function recordRun(database: Database, job: RecordJob): Promise<RecordedRun> {
  const run = buildRunToRecord(job);
  const recording = await record(database, run);
  if (recording.claimed) return withoutClaim(recording);
  const wanted = job.run.simulated ? "simulated" : "real";
  if (recording.mode !== null && recording.mode !== wanted) {
    throw otherMode("PostgreSQL database", "DATABASE_URL", recording.mode, wanted);
  }
  return readRecordedRun(database, run);
}

async function record(database: Database, run: RunToRecord): Promise<Recording> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await (run.job.run.kind === "quotes" ? recordQuotes(database, run) : recordRates(database, run));
    } catch (error) {
      const state = sqlState(error);
      if (crossings.has(state) && tries < triesAtMost) {
        await sleep(Math.random() * tries * 10);
        continue;
      }
      // Class 22: a value no column takes.
      if (state.startsWith("22")) throw new DomainError(`Run ${run.job.run.runId} cannot be stored`, { cause: error });
      throw error;
    }
  }
}

function sqlState(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

function withoutClaim({ claimed: _claimed, mode: _mode, ...recorded }: Recording): RecordedRun {
  return recorded;
}
