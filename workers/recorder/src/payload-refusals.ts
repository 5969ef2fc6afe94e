import { type FailedJob, type PoisonedJob, recordQueueName } from "@openremit/shared/queue";
import type { Clock, Counter, Logger } from "@openremit/shared/runtime";
import { type Database, recordRefusedPayload } from "@openremit/shared/storage";
import { refusedSource } from "./refused-source.ts";

/** What becomes of jobs that cannot be worked on: kept as they came, with an issue of their source. */
export interface PayloadRefusals {
  /** A payload its schema refuses. When this throws the job is tried again, so nothing is refused unseen. */
  onPoisoned(job: PoisonedJob): Promise<void>;
  /** A payload that fits its schema and cannot be recorded all the same, or could not in all its tries. */
  onFailed(job: FailedJob): void;
  /** Waits for refusals that are still being written. */
  settled(): Promise<void>;
}

interface RefusalContext {
  readonly database: Database;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly refused: Counter;
}

/** What BullMQ calls the error of a job that `onPoisoned` was told about. */
const poisonedName = "UnrecoverableError";

export function createPayloadRefusals({ database, logger, clock, refused }: RefusalContext): PayloadRefusals {
  const underWay = new Set<Promise<void>>();

  async function refuse(jobId: string, payload: unknown, reason: string): Promise<void> {
    const source = refusedSource(payload);
    const refusal = { queue: recordQueueName, jobId, source, payload, reason, refusedAt: clock.now() };
    await recordRefusedPayload(database, refusal);
    refused.inc();
    logger.error({ jobId, source, reason }, "a record job cannot be worked on");
  }

  return {
    onPoisoned: ({ jobId, payload, problem }) => refuse(jobId, payload, problem),
    onFailed({ jobId, payload, error, willRetry }) {
      if (willRetry) {
        logger.warn({ jobId, err: error }, "a record job failed and is tried again");
        return;
      }
      if (error.name === poisonedName) return;
      const refusal = refuse(jobId ?? "unknown", payload, error.message)
        .catch((cause: unknown) => logger.error({ jobId, err: cause }, "a refused payload could not be kept"))
        .finally(() => underWay.delete(refusal));
      underWay.add(refusal);
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}
