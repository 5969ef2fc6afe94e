import { type CollectJob, collectJob } from "@openremit/shared/contracts";
import { collectQueueName, defineJob } from "@openremit/shared/queue";
import { type CollectContext, collect } from "./visit/collect.ts";

export interface CollectJobContext extends CollectContext {
  /** Paused sources are left alone: whoever refused us is not asked again until a person resumes. */
  readonly isPaused: (source: string) => Promise<boolean>;
}

/** The job of one source's queue: one visit. */
export function defineCollectJob(source: string) {
  return defineJob<CollectJob, CollectJobContext>({
    name: collectQueueName(source),
    schema: collectJob,
    async exec(payload, context) {
      if (await context.isPaused(payload.source)) return;
      await collect(payload, context);
    },
  });
}
