import { createHash } from "node:crypto";
import type { RedisClient } from "../../redis/index.ts";

/** A Lua script, which Redis runs as one step that nothing interrupts. */
export interface Script {
  readonly source: string;
  readonly sha1: string;
}

export function buildScript(source: string): Script {
  return { source, sha1: createHash("sha1").update(source).digest("hex") };
}

/** Sends the script's hash, and its text only to a Redis that does not know it (yet, or after a restart). */
export async function runScript(
  redis: RedisClient,
  script: Script,
  keys: readonly string[],
  values: readonly (string | number)[],
): Promise<unknown> {
  try {
    return await redis.evalsha(script.sha1, keys.length, ...keys, ...values);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
    return redis.eval(script.source, keys.length, ...keys, ...values);
  }
}
