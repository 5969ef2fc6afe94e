import { parseRedisAddresses } from "@openremit/shared/runtime";
import type { Redis } from "ioredis";
import { askRedis } from "./ask-redis.ts";
import { parseInfo } from "./check-redis-server.ts";
import { doubtful, type Finding, good, wrong } from "./finding.ts";
import type { DoctorGround } from "./ground.ts";

const what = "limits";
const ownRedis = 'Run a Redis with save "" and appendonly no, and name it in REDIS_LIMITS_URL.';

/** The Redis in which readers are counted: what it writes to disk says for days who asked, long after it is forgotten. */
export async function checkLimits({ env }: DoctorGround): Promise<readonly Finding[]> {
  const url = env.REDIS_LIMITS_URL ?? env.REDIS_URL;
  if (url === undefined) return [good(what, "npm start counts in memory")];
  const variable = env.REDIS_LIMITS_URL === undefined ? "REDIS_URL" : "REDIS_LIMITS_URL";
  try {
    const writes = await Promise.all(parseRedisAddresses(url).map(({ href }) => askRedis(href, writesToDisk)));
    if (!writes.includes(true)) return [good(what, `${variable} writes nothing to disk`)];
    return [doubtful(what, `${variable} writes to disk how often each reader asked.`, ownRedis)];
  } catch (error) {
    // What is wrong with REDIS_URL is told apart.
    if (variable === "REDIS_URL") return [];
    const why = error instanceof Error ? error.message : String(error);
    return [wrong(what, `REDIS_LIMITS_URL cannot be reached: ${why}`, "Start it, or correct REDIS_LIMITS_URL.")];
  }
}

/** Snapshots to come are in its settings; where those are not for us to see, the ones it made are in its report. */
async function writesToDisk(redis: Redis): Promise<boolean> {
  const info = parseInfo(await redis.info("persistence"));
  const snapshots = await redis.config("GET", "save").then(
    (setting) => Array.isArray(setting) && setting[1] !== "",
    () => (info.get("rdb_saves") ?? "0") !== "0",
  );
  return info.get("aof_enabled") === "1" || snapshots;
}
