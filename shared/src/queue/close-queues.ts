import { closeQueueConnection, type QueueConnection } from "./connection.ts";
import type { AnyJobQueue } from "./create-queue.ts";
import type { JobWorker } from "./create-worker.ts";

export interface OpenQueues {
  readonly workers: readonly JobWorker[];
  readonly queues: readonly AnyJobQueue[];
  readonly connection: QueueConnection;
}

/**
 * Closes workers before queues before the connection, since a job under way may still add another.
 * False: a job was still under way when the deadline passed.
 */
export async function closeQueues(open: OpenQueues, deadlineMs = 5_000): Promise<boolean> {
  const inTime = await Promise.all(open.workers.map((worker) => worker.close(deadlineMs)));
  await Promise.all(open.queues.map((queue) => queue.close()));
  await closeQueueConnection(open.connection);
  return inTime.every(Boolean);
}
