import { setTimeout as delay } from "node:timers/promises";
import type { RecordJob } from "@openremit/shared/contracts";
import type { JobQueue } from "@openremit/shared/queue";
import { inTime } from "@openremit/shared/runtime";

const together = 10;
const patienceMs = 3_000;

/** What the collector does with finished visits, over and over until Redis has said yes to each; `paceMs` apart. */
export async function deliver(queue: JobQueue<RecordJob>, visits: readonly RecordJob[], paceMs: number): Promise<void> {
  for (let next = 0; next < visits.length; next += together) {
    const jobs = visits.slice(next, next + together).map((visit) => ({
      name: visit.run.source,
      data: visit,
      opts: { jobId: visit.run.runId },
    }));
    while (!(await isAcknowledged(queue, jobs))) await delay(100);
    await delay(paceMs);
  }
}

async function isAcknowledged(
  queue: JobQueue<RecordJob>,
  jobs: Parameters<JobQueue<RecordJob>["addBulk"]>[0],
): Promise<boolean> {
  return inTime(patienceMs, queue.addBulk(jobs), "Redis").then(
    () => true,
    () => false,
  );
}
