/** A queue per source, because the limiter of open-source BullMQ holds per queue. */
export function collectQueueName(source: string): string {
  return `collect.${source}`;
}

export const recordQueueName = "record";
export const releaseQueueName = "release";
export const auditQueueName = "audit";

/** Every key of every queue starts with it; the braces keep them on one node of a Redis Cluster. */
export const defaultQueuePrefix = "{openremit}";
