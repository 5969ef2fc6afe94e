import type { RecordJob } from "@openremit/shared/contracts";
import type { Clock, Logger, Mode } from "@openremit/shared/runtime";
import { publishVisits, recordAccepted } from "@openremit/shared/storage";
import { type RecordContext, recordRunJob } from "./record-run-job.ts";

interface PublishingOptions extends RecordContext {
  readonly mode: Mode;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Shows what people accepted, every so often: visits to shops, and runs that the checks had set aside. It stands in the record, so nothing is lost with a
 * process or a Redis. Returns the way to stop, which waits for what is under way.
 */
export function publishEvery(everyMs: number, { mode, clock, logger, ...stores }: PublishingOptions) {
  let underWay: Promise<void> | null = null;
  const context = {
    database: stores.database,
    simulated: mode === "simulated",
    now: () => clock.now(),
    record: (job: RecordJob) => recordRunJob(job, stores),
  };
  async function publish(): Promise<void> {
    try {
      const { visits } = await publishVisits(context);
      if (visits > 0) logger.info({ visits }, "visits to shops published");
      const runs = await recordAccepted(context);
      if (runs > 0) logger.info({ runs }, "accepted runs recorded");
    } catch (error) {
      logger.warn({ err: error }, "what people accepted could not be published");
    }
  }
  const timer = setInterval(() => {
    underWay ??= publish().finally(() => {
      underWay = null;
    });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
