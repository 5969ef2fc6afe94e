import { ConfigError } from "../../domain/index.ts";
import type { RedisClient } from "../../redis/index.ts";
import type { Mode } from "../../runtime/index.ts";

/** @throws ConfigError when the other mode is stored under the key. */
export async function claimModeInRedis(redis: RedisClient, key: string, mode: Mode): Promise<void> {
  await redis.set(key, mode, "NX");
  const stored = await redis.get(key);
  if (stored === mode) return;
  throw new ConfigError(
    `This Redis holds ${stored} prices under "${key}" and was opened in ${mode} mode. ` +
      `Give REDIS_URL a Redis of its own for ${mode} prices, or start in ${stored} mode.`,
    { details: { stored, wanted: mode } },
  );
}
