import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { isCluster, type RedisClient } from "../../redis/index.ts";
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
  /** Where limits are counted, over a connection of their own: nothing else waits behind them. */
  readonly redis: RedisClient;
  readonly prefix: string;
  readonly logger: Logger;
}

/** A reader never waits longer for being counted. */
const longestWaitMs = 250;
/** Beyond the hour, for clocks that differ. */
const saltSeconds = 3_700;

/** Limits in Redis; while it is away, slow or full every process counts alone, and nobody is refused for it. */
export function openLimitStore({ redis, prefix, logger }: StoreOptions): LimitStore {
  const client = openCounting(redis);
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

/** A connection of its own, which gives up at once where the one it is made from would wait. */
function openCounting(redis: RedisClient): RedisClient {
  const impatient = { maxRetriesPerRequest: 0, commandTimeout: longestWaitMs };
  const together = { enableOfflineQueue: false, enableAutoPipelining: true, lazyConnect: false };
  if (!isCluster(redis)) return redis.duplicate({ ...together, ...impatient });
  // How replies look stays as it is: types hang on it.
  const { replyMapping: _asItIs, ...ofNodes } = redis.options.redisOptions ?? {};
  return redis.duplicate(undefined, { ...together, maxRedirections: 1, redisOptions: { ...ofNodes, ...impatient } });
}

/** One process that counts for itself. */
export function countInMemory({ requests, windowSeconds }: CountedLimit): Counter {
  return counterOf(new RateLimiterMemory({ points: requests, duration: windowSeconds }));
}

function counterOf(limiter: RateLimiterMemory | RateLimiterRedis): Counter {
  return async (key, points) => {
    try {
      return countOf(await limiter.consume(key, points));
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return countOf(refusal);
      throw refusal;
    }
  };
}

function countOf({ consumedPoints, msBeforeNext }: RateLimiterRes): Count {
  return { consumed: consumedPoints, msBeforeNext };
}
