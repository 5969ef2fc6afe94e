import { Gauge, gatherTogether, inTime, type Logger, type Registry } from "../runtime/index.ts";
import type { JobQueue } from "./create-queue.ts";

export type MeasuredQueue = Pick<JobQueue<unknown>, "name" | "getJobCounts" | "getWaiting">;

const states = ["waiting", "active", "delayed", "failed"] as const;
/** Prometheus waits ten seconds for everything. */
const patienceMs = 3_000;

/** Depth and age of queues, looked up when somebody reads the figures; of a Redis that does not answer, none. */
export function createQueueMetrics(registry: Registry, queues: () => readonly MeasuredQueue[], logger: Logger): void {
  const collect = gatherTogether(async () => {
    jobs.reset();
    oldest.reset();
    try {
      await inTime(patienceMs, Promise.all(queues().map(measure)), "Redis");
    } catch (error) {
      logger.warn({ err: error }, "the queues cannot be measured");
    }
  });
  const common = { registers: [registry], collect };
  const jobs = new Gauge({
    name: "openremit_queue_jobs",
    help: "Jobs by queue and state",
    labelNames: ["queue", "state"],
    ...common,
  });
  const oldest = new Gauge({
    name: "openremit_queue_oldest_waiting_seconds",
    help: "How long the oldest waiting job has waited; 0 where none waits",
    labelNames: ["queue"],
    ...common,
  });

  async function measure(queue: MeasuredQueue): Promise<void> {
    const [counts, [first]] = await Promise.all([queue.getJobCounts(...states), queue.getWaiting(0, 0)]);
    for (const state of states) jobs.set({ queue: queue.name, state }, counts[state] ?? 0);
    const waitedMs = first === undefined ? 0 : Math.max(0, Date.now() - first.timestamp);
    oldest.set({ queue: queue.name }, waitedMs / 1_000);
  }
}
