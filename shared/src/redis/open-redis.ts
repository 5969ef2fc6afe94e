import { Cluster, Redis } from "ioredis";
import { type ConnectionOptions, redisTarget } from "./redis-target.ts";

/** A Redis, or a cluster of them: the same commands, where the keys of one command have the same hash tag. */
export type RedisClient = Redis | Cluster;

/** Opens what REDIS_URL names. `options` hold for every connection of it. */
export function openRedis(url: string, options: ConnectionOptions): RedisClient {
  const target = redisTarget(url, options);
  return target.kind === "server" ? new Redis(target.url, target.options) : new Cluster(target.nodes, target.options);
}

export function isCluster(client: RedisClient): client is Cluster {
  return client.isCluster;
}

/** The servers behind a client that keys are spread over. */
export function mastersOf(client: RedisClient): Promise<readonly Redis[]> {
  return nodesOf(client, "master");
}

/** A cluster knows its nodes once it has answered. */
async function nodesOf(client: RedisClient, role: "all" | "master"): Promise<readonly Redis[]> {
  if (!isCluster(client)) return [client];
  await client.ping();
  return client.nodes(role);
}

/** A connection of its own to one server, any of a cluster's: what is published on one is heard on all. */
export async function connectToOne(client: RedisClient, options: ConnectionOptions): Promise<Redis> {
  const nodes = await nodesOf(client, "all");
  const node = nodes[Math.floor(Math.random() * nodes.length)];
  if (node === undefined) throw new Error("no node of Redis is known");
  return node.duplicate({ ...options, ...(isCluster(client) && { readOnly: false }) });
}
