import { Redis, type RedisOptions } from "ioredis";
import { within } from "../runtime/index.ts";
import { type OnError, warnOnError } from "./on-error.ts";

/** Knows the copies BullMQ makes of it to wait for jobs on, so that closing it leaves none behind. */
export class QueueConnection extends Redis {
  readonly #copies: Redis[] = [];

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    this.#copies.push(copy);
    return copy;
  }

  /** Ends this connection and its copies at once; commands still waiting are rejected. */
  async hangUp(): Promise<void> {
    await Promise.all([this, ...this.#copies].map(endConnection));
  }
}

/**
 * One connection for all queues and workers of a process. It reconnects for ever, and commands wait meanwhile: a job is
 * never lost to a restart of Redis.
 */
export function openQueueConnection(url: string, name: string, onError: OnError = warnOnError): QueueConnection {
  const connection = new QueueConnection(url, {
    connectionName: name,
    maxRetriesPerRequest: null,
    disconnectTimeout: 200,
    retryStrategy: (tries) => Math.min(tries * 100, 2000),
  });
  connection.on("error", onError);
  return connection;
}

/** For Redis to say goodbye. */
const goodbyeMs = 500;

/** Says goodbye where Redis is there to hear it, and hangs up in any case. */
export async function closeQueueConnection(connection: QueueConnection): Promise<void> {
  if (connection.status === "ready") await within(goodbyeMs, Promise.allSettled([connection.quit()]));
  await connection.hangUp();
}

/**
 * ioredis forgets about waiting commands when it is told to disconnect between two attempts to reconnect, and whoever
 * waits for them waits for ever. An attempt that is broken off at once makes it end properly.
 */
async function endConnection(connection: Redis): Promise<void> {
  connection.disconnect();
  if (connection.status !== "reconnecting") return;
  const attempt = connection.connect();
  connection.disconnect();
  await Promise.allSettled([attempt]);
}
