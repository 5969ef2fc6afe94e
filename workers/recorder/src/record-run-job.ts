import { type RecordJob, recordJob } from "@openremit/shared/contracts";
import { defineJob, recordQueueName } from "@openremit/shared/queue";
import { type Tracer, traced } from "@openremit/shared/runtime";
import { type Database, type LatestStore, type RecordedRun, recordRun } from "@openremit/shared/storage";
import type { RecorderMetrics } from "./recorder-metrics.ts";

/** What recording a run needs. */
export interface RecordContext {
  readonly database: Database;
  readonly latest: LatestStore;
}

/**
 * The body of a `record` job: store → refresh latest → announce. Every step may be repeated: after a crash between any
 * two of them the next delivery finds what the record holds of this run and projects that.
 */
export async function recordRunJob(payload: RecordJob, { database, latest }: RecordContext): Promise<RecordedRun> {
  const recorded = await recordRun(database, payload);
  for (const [corridorKey, entries] of recorded.entries) {
    const version = await latest.replace(corridorKey, entries);
    await latest.announce({ corridorKey, version });
  }
  if (recorded.rates.length > 0) {
    const version = await latest.replaceRates(recorded.rates);
    await latest.announce({ corridorKey: null, version });
  }
  return recorded;
}

interface RecordJobContext extends RecordContext {
  readonly metrics: RecorderMetrics;
  readonly tracer: Tracer;
}

/** One run with everything it saw; redelivered runs change nothing. */
export const recordDefinition = defineJob<RecordJob, RecordJobContext>({
  name: recordQueueName,
  schema: recordJob,
  async exec(payload, context) {
    const stopTimer = context.metrics.runSeconds.startTimer();
    const recorded = await traced(context.tracer, "record", { "openremit.source": payload.run.source }, () =>
      recordRunJob(payload, context),
    );
    stopTimer();
    context.metrics.countRun(payload.run, recorded);
  },
});
