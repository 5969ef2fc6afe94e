import { dayOf, SourceLimitedError, shiftDay, startOfDay } from "../../domain/index.ts";
import type { RedisClient } from "../../redis/index.ts";
import type { Clock } from "../../runtime/index.ts";
import { buildScript, runScript } from "./script.ts";

/** The part of a source's config that counts. */
export interface CappedSource {
  readonly key: string;
  readonly limits: { readonly perDay: number };
}

/** Counts the requests to each source in a UTC day, over all processes on one Redis. */
export interface DailyCap {
  /**
   * Takes one request from what is left of the day.
   *
   * @throws SourceLimitedError where nothing is left, with `retryAfterMs` until the next UTC day and `dailyCap`, the day
   *   that is used up.
   */
  take(source: CappedSource): Promise<void>;
}

/** KEYS: the day's count. ARGV: the cap, how long the count is kept in seconds. */
const takeOne = buildScript(`
local count = tonumber(redis.call('GET', KEYS[1]) or '0')
if count >= tonumber(ARGV[1]) then return 0 end
redis.call('INCR', KEYS[1])
redis.call('EXPIRE', KEYS[1], ARGV[2])
return 1
`);

/** Beyond the day itself, so that a count can be looked at the morning after. */
const keptSeconds = 48 * 3_600;

export function createDailyCap(redis: RedisClient, prefix: string, clock: Clock): DailyCap {
  return {
    async take({ key, limits: { perDay } }) {
      const now = clock.now();
      const day = dayOf(now);
      const taken = await runScript(redis, takeOne, [`${prefix}:asked:${day}:${key}`], [perDay, keptSeconds]);
      if (taken === 1) return;
      const tomorrow = startOfDay(shiftDay(day, 1));
      throw new SourceLimitedError(
        `${key} was asked ${perDay} times on ${day}, as often as config allows in a day (limits.perDay)`,
        { details: { retryAfterMs: tomorrow.getTime() - now.getTime(), dailyCap: day } },
      );
    },
  };
}
