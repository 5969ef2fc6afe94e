import { Redis } from "ioredis";
import { type OnError, warnOnError } from "./on-error.ts";

export type QueueConnection = Redis;

/**
 * One connection for all queues and workers of a process. It reconnects for ever, and commands wait meanwhile: a job is
 * never lost to a restart of Redis.
 */
export function openQueueConnection(url: string, name: string, onError: OnError = warnOnError): QueueConnection {
  const connection = new Redis(url, {
    connectionName: name,
    maxRetriesPerRequest: null,
    retryStrategy: (tries) => Math.min(tries * 100, 2000),
  });
  connection.on("error", onError);
  return connection;
}

/** Says goodbye where Redis is there to hear it, and hangs up in any case. */
export async function closeQueueConnection(connection: QueueConnection): Promise<void> {
  if (connection.status === "ready") await Promise.allSettled([connection.quit()]);
  connection.disconnect();
}
