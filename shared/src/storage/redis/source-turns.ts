import { setTimeout as pause } from "node:timers/promises";
import type { RedisClient } from "../../redis/index.ts";
import { buildScript, runScript } from "./script.ts";

/** The part of a source's config that paces. */
export interface PacedSource {
  readonly key: string;
  readonly limits: { readonly max: number; readonly perSeconds: number };
}

/** Spaces out the requests to each source, over all processes on one Redis. */
export interface SourceTurns {
  /** Waits until one more request keeps `max` in any `perSeconds`. */
  wait(source: PacedSource): Promise<void>;
}

/**
 * KEYS: the turns given last, newest first, in ms. ARGV: how many in how many ms. Gives the next turn, which may lie in
 * the future, and returns how far. The clock is Redis's own, so that those of processes may differ.
 */
const giveTurn = buildScript(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local max, window = tonumber(ARGV[1]), tonumber(ARGV[2])
local last = tonumber(redis.call('LINDEX', KEYS[1], 0) or '0')
local first = tonumber(redis.call('LINDEX', KEYS[1], max - 1) or '0')
local turn = math.max(now, last)
if first > 0 then turn = math.max(turn, first + window) end
redis.call('LPUSH', KEYS[1], string.format('%.0f', turn))
redis.call('LTRIM', KEYS[1], 0, max - 1)
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', turn - now + window))
return turn - now
`);

export function createSourceTurns(redis: RedisClient, prefix: string): SourceTurns {
  return {
    async wait({ key, limits: { max, perSeconds } }) {
      const waitMs = await runScript(redis, giveTurn, [`${prefix}:turns:${key}`], [max, perSeconds * 1_000]);
      if (typeof waitMs === "number" && waitMs > 0) await pause(waitMs);
    },
  };
}
