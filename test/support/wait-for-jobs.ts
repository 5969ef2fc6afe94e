import { setTimeout as delay } from "node:timers/promises";
import type { JobQueue } from "@openremit/shared/queue";

export interface EndedJobs {
  readonly completed: readonly string[];
  readonly failed: readonly string[];
}

/**
 * Waits until jobs have ended for good, one way or the other. It looks instead of listening, so a Redis that restarts
 * meanwhile does no harm. A job that is no longer kept counts as completed.
 */
export async function waitForJobs<Payload>(queue: JobQueue<Payload>, ids: readonly string[]): Promise<EndedJobs> {
  const completed: string[] = [];
  const failed: string[] = [];
  let open = [...ids];
  for (;;) {
    const states = await Promise.all(open.map(async (id) => [id, await queue.getJobState(id)] as const));
    completed.push(...states.filter(([, state]) => state === "completed" || state === "unknown").map(([id]) => id));
    failed.push(...states.filter(([, state]) => state === "failed").map(([id]) => id));
    open = open.filter((id) => !completed.includes(id) && !failed.includes(id));
    if (open.length === 0) return { completed, failed };
    await delay(20);
  }
}
