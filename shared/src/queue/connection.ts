import { Cluster, type ClusterNode, Redis, type RedisOptions } from "ioredis";
import { redisTarget } from "../redis/index.ts";
import { within } from "../runtime/index.ts";
import { type OnError, warnOnError } from "./on-error.ts";

type Ending = Pick<Redis, "connect" | "disconnect"> & { readonly status: string };

/** Knows the copies BullMQ makes of it to wait for jobs on, so that closing it leaves none behind. */
class ServerConnection extends Redis {
  readonly copies: Ending[] = [];

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    this.copies.push(copy);
    return copy;
  }
}

/** The same for a cluster. */
class ClusterConnection extends Cluster {
  readonly copies: Ending[] = [];

  override duplicate<Override extends Parameters<Cluster["duplicate"]>[1] = undefined>(
    nodes?: ClusterNode[],
    override?: Override,
  ) {
    const copy = super.duplicate(nodes, override);
    this.copies.push(copy);
    return copy;
  }
}

export type QueueConnection = ServerConnection | ClusterConnection;

/**
 * One connection for all queues and workers of a process. It reconnects for ever, and commands wait meanwhile: a job is
 * never lost to a restart of Redis.
 */
export function openQueueConnection(url: string, name: string, onError: OnError = warnOnError): QueueConnection {
  const target = redisTarget(url, {
    connectionName: name,
    maxRetriesPerRequest: null,
    disconnectTimeout: 200,
    retryStrategy: (tries) => Math.min(tries * 100, 2000),
  });
  const connection =
    target.kind === "server"
      ? new ServerConnection(target.url, target.options)
      : new ClusterConnection(target.nodes, target.options);
  connection.on("error", onError);
  return connection;
}

/** For Redis to say goodbye. */
const goodbyeMs = 500;

/** Says goodbye where Redis is there to hear it, and hangs up in any case, its copies too. */
export async function closeQueueConnection(connection: QueueConnection): Promise<void> {
  if (connection.status === "ready") await within(goodbyeMs, Promise.allSettled([connection.quit()]));
  await Promise.all([connection, ...connection.copies].map(endConnection));
}

/**
 * ioredis forgets about waiting commands when it is told to disconnect between two attempts to reconnect, and whoever
 * waits for them waits for ever. An attempt that is broken off at once makes it end properly.
 */
async function endConnection(connection: Ending): Promise<void> {
  connection.disconnect();
  if (connection.status !== "reconnecting") return;
  const attempt = connection.connect();
  connection.disconnect();
  await Promise.allSettled([attempt]);
}
