import type { Catalog } from "@openremit/shared/catalog";
import {
  auditQueueName,
  closeQueueConnection,
  collectQueueName,
  createQueue,
  type JobQueue,
  openQueueConnection,
  recordQueueName,
  releaseQueueName,
} from "@openremit/shared/queue";
import type { Logger } from "@openremit/shared/runtime";

export interface QueueCount {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

export interface OperatorQueues {
  /** Opened when first asked for: most copies of the site never need them. */
  all(): readonly JobQueue<unknown>[];
  count(): Promise<readonly QueueCount[]>;
  close(): Promise<void>;
}

interface QueuesOptions {
  readonly catalog: Catalog;
  readonly redisUrl: string;
  readonly prefix: string;
  readonly logger: Logger;
}

/** Every queue there can be, to look at. */
export function openOperatorQueues({ catalog, redisUrl, prefix, logger }: QueuesOptions): OperatorQueues {
  const open = () => {
    const onError = (error: Error) => logger.warn({ err: error }, "trouble with Redis");
    const connection = openQueueConnection(redisUrl, "openremit-operator", onError);
    const asked = [...catalog.quoteSources.values(), ...catalog.rateSources.values()];
    const sources = asked.filter(({ status }) => status === "open").map(({ key }) => collectQueueName(key));
    const names = [recordQueueName, releaseQueueName, auditQueueName, ...sources.sort()];
    return { connection, queues: names.map((name) => createQueue<unknown>(name, connection, prefix, onError)) };
  };
  let opened: ReturnType<typeof open> | null = null;
  const all = () => {
    opened ??= open();
    return opened.queues;
  };
  return {
    all,
    count: () => Promise.all(all().map(countQueue)),
    async close() {
      if (opened === null) return;
      await Promise.all(opened.queues.map((queue) => queue.close()));
      await closeQueueConnection(opened.connection);
    },
  };
}

async function countQueue(queue: JobQueue<unknown>): Promise<QueueCount> {
  const counts = await queue.getJobCounts("waiting", "active", "delayed", "failed");
  const of = (state: string) => counts[state] ?? 0;
  return {
    name: queue.name,
    waiting: of("waiting"),
    active: of("active"),
    delayed: of("delayed"),
    failed: of("failed"),
  };
}
