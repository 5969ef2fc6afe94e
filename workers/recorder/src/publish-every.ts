import type { Clock, Logger, Mode } from "@openremit/shared/runtime";
import { publishVisits } from "@openremit/shared/storage";
import { type RecordContext, recordRunJob } from "./record-run-job.ts";

interface PublishingOptions extends RecordContext {
  readonly mode: Mode;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Shows accepted visits to shops, every so often: what was accepted stands in the record, so nothing is lost with a
 * process or a Redis. Returns the way to stop, which waits for what is under way.
 */
export function publishEvery(everyMs: number, { mode, clock, logger, ...stores }: PublishingOptions) {
  let underWay: Promise<void> | null = null;
  async function publish(): Promise<void> {
    try {
      const { visits } = await publishVisits({
        database: stores.database,
        simulated: mode === "simulated",
        now: () => clock.now(),
        record: (job) => recordRunJob(job, stores),
      });
      if (visits > 0) logger.info({ visits }, "visits to shops published");
    } catch (error) {
      logger.warn({ err: error }, "visits to shops could not be published");
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
