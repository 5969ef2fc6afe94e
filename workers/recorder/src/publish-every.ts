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
 * Shows what people accepted, every so often: visits to shops, and runs that the checks had set aside. Their decision
 * stands in the record, so nothing is lost with a process or a Redis. Where one of the two cannot be shown, the other is.
 * Returns the way to stop, which waits for what is under way.
 */
export function publishEvery(everyMs: number, { mode, clock, logger, ...stores }: PublishingOptions) {
  let underWay: Promise<void> | null = null;
  const context = {
    database: stores.database,
    simulated: mode === "simulated",
    now: () => clock.now(),
    record: (job: RecordJob) => recordRunJob(job, stores),
  };
  async function publish(what: string, work: () => Promise<number>): Promise<void> {
    try {
      const count = await work();
      if (count > 0) logger.info({ count }, `published: ${what}`);
    } catch (error) {
      logger.warn({ err: error }, `cannot be published: ${what}`);
    }
  }
  async function publishAll(): Promise<void> {
    await publish("visits to shops", async () => (await publishVisits(context)).visits);
    await publish("accepted runs", () => recordAccepted(context));
  }
  const timer = setInterval(() => {
    underWay ??= publishAll().finally(() => {
      underWay = null;
    });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}
