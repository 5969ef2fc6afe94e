import { setTimeout as delay } from "node:timers/promises";
import type { AnyJobQueue } from "./create-queue.ts";

export interface JobsProgress {
  readonly completed: readonly string[];
  readonly failed: readonly string[];
  /** Still waiting, running or due to be tried again. */
  readonly open: readonly string[];
}

export interface WaitForJobsOptions {
  onProgress?(progress: JobsProgress): void;
  /** Stops waiting at the next look; the answer then has jobs that are still open. */
  readonly signal?: AbortSignal;
  /** 200 milliseconds unless said. */
  readonly lookEveryMs?: number;
}

/**
 * Waits until jobs have ended for good, one way or the other. It looks instead of listening: no connection of its own,
 * and a Redis that restarts meanwhile does no harm. A job that is no longer kept counts as completed.
 */
export async function waitForJobs(
  queue: AnyJobQueue,
  ids: readonly string[],
  { onProgress, signal, lookEveryMs = 200 }: WaitForJobsOptions = {},
): Promise<JobsProgress> {
  const completed: string[] = [];
  const failed: string[] = [];
  let open = [...ids];
  for (;;) {
    const states = await Promise.all(open.map((id) => queue.getJobState(id)));
    const stateOf = new Map(open.map((id, index) => [id, states[index]]));
    const isCompleted = (id: string) => stateOf.get(id) === "completed" || stateOf.get(id) === "unknown";
    const before = open.length;
    completed.push(...open.filter(isCompleted));
    failed.push(...open.filter((id) => stateOf.get(id) === "failed"));
    open = open.filter((id) => !isCompleted(id) && stateOf.get(id) !== "failed");
    if (open.length !== before) onProgress?.({ completed, failed, open });
    if (open.length === 0 || signal?.aborted) return { completed, failed, open };
    await delay(lookEveryMs);
  }
}
