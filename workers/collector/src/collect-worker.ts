import type { QuoteSourceConfig, RateSourceConfig } from "@openremit/shared/contracts";
import { createWorker, type JobWorker, type QueueConnection } from "@openremit/shared/queue";
import type { Clock, Logger, Mode } from "@openremit/shared/runtime";
import { type Database, pauseSource, recordRefusedPayload } from "@openremit/shared/storage";
import { type CollectJobContext, defineCollectJob } from "./collect-job.ts";

export interface CollectWorkerOptions {
  readonly connection: QueueConnection;
  readonly prefix: string;
  readonly context: CollectJobContext;
  readonly database: Database;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** In simulated mode the one asked is our own sandbox, which needs no rest between questions. */
const simulatedConcurrency = 4;

/** Takes the visits of one source, within its limits. A refusal pauses the source; a poisoned payload becomes an issue. */
export function createCollectWorker(
  { key: source, limits }: QuoteSourceConfig | RateSourceConfig,
  { connection, prefix, context, database, mode, clock, logger }: CollectWorkerOptions,
): JobWorker {
  return createWorker({
    definition: defineCollectJob(source),
    connection,
    prefix,
    context,
    ...(mode === "real" ? { concurrency: limits.concurrency, limiter: limits } : { concurrency: simulatedConcurrency }),
    onRefused: async ({ error }) => {
      await pauseSource(database, source, error instanceof Error ? error.message : String(error), clock.now());
      logger.error({ source, err: error }, "the source refused us and is paused");
    },
    onPoisoned: ({ queueName, jobId, payload, problem }) => {
      const refused = { queue: queueName, jobId, source, payload, reason: problem, refusedAt: clock.now() };
      return recordRefusedPayload(database, refused);
    },
    onFailed: ({ error, willRetry }) => logger.warn({ source, err: error, willRetry }, "visit failed"),
    onError: (error) => logger.warn({ source, err: error }, "worker"),
  });
}
