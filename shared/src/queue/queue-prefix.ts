import { isCluster, type RedisClient } from "../redis/index.ts";

/**
 * What stands in front of every key of a queue. On a server that is `prefix`. In a cluster each queue gets a hash tag of
 * its own, `{openremit:record}`: its keys stay together, as BullMQ's scripts need it, and queues spread over the nodes.
 */
export function queuePrefix(connection: RedisClient, prefix: string, queueName: string): string {
  return isCluster(connection) ? prefix.replace("}", `:${queueName}}`) : prefix;
}

/** The name of the queue that a key belongs to whose last part is `kind`. */
export function queueNameOf(connection: RedisClient, prefix: string, key: string, kind: string): string {
  const [tag = ""] = prefix.split("}");
  if (isCluster(connection)) return key.slice(`${tag}:`.length, key.indexOf("}"));
  return key.slice(`${prefix}:`.length, -`:${kind}`.length);
}
