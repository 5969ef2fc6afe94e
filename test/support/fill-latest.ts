import { loadCatalog } from "@openremit/shared/catalog";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import { createLatestStore } from "@openremit/shared/storage";
import { Redis } from "ioredis";
import { buildManyEntries } from "./large-scene.ts";
import { buildRate } from "./record-job.ts";

const offers = 60;
/** What be-ma holds: as many as a corridor really has, so that its answer is of a usual size. */
const usualOffers = 12;

/** The latest prices of a minute ago, for every corridor of the config at six amounts, and a rate to rank them by. */
export async function fillLatest(redisUrl: string, config: string): Promise<void> {
  const redis = new Redis(redisUrl);
  const latest = createLatestStore(redis, defaultQueuePrefix);
  const observedAt = new Date(Date.now() - 60_000).toISOString();
  const observedOn = observedAt.slice(0, 10);
  await latest.replaceRates([buildRate({ source: "frankfurter", contributors: 5, observedOn })]);
  for (const [key, corridor] of loadCatalog(config).corridors) {
    await latest.replace(key, buildManyEntries(corridor, key.startsWith("be-ma:") ? usualOffers : offers, observedAt));
  }
  redis.disconnect();
}
