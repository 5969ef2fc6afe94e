import type { RedisClient } from "../../redis/index.ts";
import type { Clock } from "../../runtime/index.ts";
import { type CappedSource, createDailyCap } from "./daily-cap.ts";
import { createSourceTurns, type PacedSource } from "./source-turns.ts";

/** What every request to a source passes, whichever process on this Redis sends it: its pace, then the count of its day. */
export type SourceGate = (source: PacedSource & CappedSource) => Promise<void>;

/** @throws SourceLimitedError from the gate where nothing is left of the day. */
export function createSourceGate(redis: RedisClient, prefix: string, clock: Clock): SourceGate {
  const turns = createSourceTurns(redis, prefix);
  const dailyCap = createDailyCap(redis, prefix, clock);
  return async (source) => {
    await turns.wait(source);
    await dailyCap.take(source);
  };
}
