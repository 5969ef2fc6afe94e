import { Cluster, Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { type RedisClient, redisTarget } from "../../redis/index.ts";
import type { Logger } from "../../runtime/index.ts";

/** One limit: how often in how long, under a name that no other has. */
export interface CountedLimit {
  readonly name: string;
  readonly requests: number;
  readonly windowSeconds: number;
}

/** What is counted of a key in its window so far, also beyond the limit. */
export interface Count {
  readonly consumed: number;
  readonly msBeforeNext: number;
}

/** Counts `points` for a key. Never throws. */
export type Counter = (key: string, points: number) => Promise<Count>;

/** Where all processes count together. */
export interface LimitStore {
  counter(limit: CountedLimit): Counter;
  /** The salt of an hour: the one that was proposed first. Forgotten with its hour. */
  agreeOnSalt(hour: number, proposed: Buffer): Promise<Buffer>;
  close(): void;
}

interface StoreOptions {
  /** Where limits are counted: at best a Redis that writes nothing to disk. */
  readonly redisUrl: string;
  readonly prefix: string;
  readonly logger: Logger;
}

/** A reader never waits longer for being counted. */
const longestWaitMs = 250;
/** Beyond the hour, for clocks that differ. */
const saltSeconds = 3_700;

/** Limits in Redis; while it is away, slow or full every process counts alone, and nobody is refused for it. */
export function openLimitStore({ redisUrl, prefix, logger }: StoreOptions): LimitStore {
  const client = openCounting(redisUrl);
  client.on("error", (error: Error) => logger.warn({ err: error }, "limits are counted by each process alone"));
  return {
    counter({ name, requests, windowSeconds }) {
      const insuranceLimiter = new RateLimiterMemory({ points: requests, duration: windowSeconds });
      return counterOf(
        new RateLimiterRedis({
          storeClient: client,
          keyPrefix: `${prefix}:limits:${name}`,
          points: requests,
          duration: windowSeconds,
          rejectIfRedisNotReady: true,
          insuranceLimiter,
        }),
        windowSeconds,
      );
    },
    async agreeOnSalt(hour, proposed) {
      const key = `${prefix}:limits:salt:${hour}`;
      await client.set(key, proposed, "EX", saltSeconds, "NX");
      return (await client.getBuffer(key)) ?? proposed;
    },
    close: () => client.disconnect(),
  };
}

/** A connection of its own, behind which nothing else waits, and which gives up at once where others would wait. */
function openCounting(redisUrl: string): RedisClient {
  const impatient = { maxRetriesPerRequest: 0, commandTimeout: longestWaitMs, connectionName: "openremit limits" };
  const together = { enableOfflineQueue: false, enableAutoPipelining: true };
  const target = redisTarget(redisUrl, impatient);
  if (target.kind === "server") return new Redis(target.url, { ...target.options, ...together });
  return new Cluster(target.nodes, { ...target.options, ...together, maxRedirections: 1 });
}

/** One process that counts for itself. */
export function countInMemory({ requests, windowSeconds }: CountedLimit): Counter {
  return counterOf(new RateLimiterMemory({ points: requests, duration: windowSeconds }), windowSeconds);
}

function counterOf(limiter: RateLimiterMemory | RateLimiterRedis, windowSeconds: number): Counter {
  // A clock that was put back would say an hour for a minute.
  const countOf = ({ consumedPoints, msBeforeNext }: RateLimiterRes): Count => ({
    consumed: consumedPoints,
    msBeforeNext: Math.min(msBeforeNext, windowSeconds * 1_000),
  });
  return async (key, points) => {
    try {
      return countOf(await limiter.consume(key, points));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return countOf(refusal);
      throw refusal;
    }
  };
}
