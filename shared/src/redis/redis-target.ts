import type { ClusterOptions, RedisOptions } from "ioredis";
import { parseRedisAddresses } from "../runtime/index.ts";

/** What every connection is opened with. How replies look stays as it is: their types hang on it. */
export type ConnectionOptions = Omit<RedisOptions, "replyMapping">;
type NodeOptions = Omit<NonNullable<ClusterOptions["redisOptions"]>, "replyMapping">;
export type ClusterWays = Omit<ClusterOptions, "redisOptions"> & { redisOptions: NodeOptions };

/** What REDIS_URL names, as ioredis is told it. */
export type RedisTarget =
  | { readonly kind: "server"; readonly url: string; readonly options: ConnectionOptions }
  | { readonly kind: "cluster"; readonly nodes: { host: string; port: number }[]; readonly options: ClusterWays };

const usualPort = 6379;

/**
 * How long a command waits for a node of a cluster that is away, or for the one that takes its place: about a minute, as
 * an attempt and its redirection count as two.
 */
const redirections = { maxRedirections: 240, retryDelayOnFailover: 500, retryDelayOnClusterDown: 500 };

/** One address is a server, several are nodes of a cluster. */
export function redisTarget(url: string, options: ConnectionOptions): RedisTarget {
  const addresses = parseRedisAddresses(url);
  const [first] = addresses;
  if (addresses.length === 1) return { kind: "server", url, options };
  const isEncrypted = first.protocol === "rediss:";
  const { retryStrategy } = options;
  return {
    kind: "cluster",
    nodes: addresses.map(placeOf),
    options: {
      ...redirections,
      ...(retryStrategy && { clusterRetryStrategy: retryStrategy }),
      // A certificate is made out to a name, not to what the name resolves to.
      ...(isEncrypted && { dnsLookup: (name, found) => found(null, name) }),
      redisOptions: {
        ...options,
        ...(first.username !== "" && { username: decodeURIComponent(first.username) }),
        ...(first.password !== "" && { password: decodeURIComponent(first.password) }),
        ...(isEncrypted && { tls: {} }),
      },
    },
  };
}

function placeOf({ hostname, port }: URL): { host: string; port: number } {
  const host = hostname.replace(/^\[(.*)\]$/, "$1") || "127.0.0.1";
  return { host, port: port === "" ? usualPort : Number.parseInt(port, 10) };
}
