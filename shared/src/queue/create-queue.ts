import { Queue } from "bullmq";
import type { QueueConnection } from "./connection.ts";
import type { JobDefinition } from "./job-definition.ts";
import { type OnError, warnOnError } from "./on-error.ts";
import { mostAttempts } from "./queue-behaviour.ts";
import { queuePrefix } from "./queue-prefix.ts";

/** BullMQ infers the last three from the first; said outright they hold inside generic functions too. */
export type JobQueue<Payload> = Queue<Payload, void, string, Payload, void, string>;
/** What all queues can do, whatever they carry. */
export type AnyJobQueue = Pick<
  JobQueue<unknown>,
  "name" | "getJobState" | "getJobCounts" | "removeJobScheduler" | "remove" | "close"
>;

const day = 24 * 3600;

/**
 * The sending end of a queue. Every job added through it, by schedule too, is retried by the behaviour table. Finished
 * jobs are kept to look at, within bounds: done ones for a day, failed ones for two weeks.
 */
export function createQueue<Payload>(
  definition: JobDefinition<Payload, never> | string,
  connection: QueueConnection,
  prefix: string,
  onError: OnError = warnOnError,
): JobQueue<Payload> {
  const name = typeof definition === "string" ? definition : definition.name;
  const queue: JobQueue<Payload> = new Queue(name, {
    connection,
    prefix: queuePrefix(connection, prefix, name),
    defaultJobOptions: {
      attempts: mostAttempts,
      backoff: { type: "by-error" },
      removeOnComplete: { age: day, count: 1_000 },
      removeOnFail: { age: 14 * day, count: 5_000 },
      stackTraceLimit: 3,
    },
    streams: { events: { maxLen: 1_000 } },
  });
  queue.on("error", onError);
  return queue;
}
