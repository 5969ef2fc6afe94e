import { setTimeout as delay } from "node:timers/promises";
import { loadCatalog } from "@openremit/shared/catalog";
import type { RecordJob } from "@openremit/shared/contracts";
import {
  closeQueueConnection,
  collectQueueName,
  createQueue,
  defaultQueuePrefix,
  type JobQueue,
  openQueueConnection,
  recordQueueName,
} from "@openremit/shared/queue";
import { createLatestStore, openDatabase } from "@openremit/shared/storage";
import { Redis } from "ioredis";

/** A job lost with its worker is given to another after half a minute; then it has to be worked on. */
const settleMs = 180_000;

/** Looks at servers that go away and come back. */
export async function openEyes(redisUrl: string, databaseUrl: string) {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  redis.on("error", () => undefined);
  const connection = openQueueConnection(redisUrl, "kills", () => undefined);
  const queueOf = (name: string): JobQueue<RecordJob> =>
    createQueue(name, connection, defaultQueuePrefix, () => undefined);
  const { quoteSources, rateSources } = loadCatalog("config");
  const recordQueue = queueOf(recordQueueName);
  const queues = [
    recordQueue,
    ...[...quoteSources.keys(), ...rateSources.keys()].map((key) => queueOf(collectQueueName(key))),
  ];
  const database = openDatabase(databaseUrl);
  return {
    database,
    latest: createLatestStore(redis, defaultQueuePrefix),
    recordQueue,
    queues,
    async countCollected(): Promise<number> {
      const { rows } = await database.pool.query<{ runs: number }>(
        "select count(*)::integer as runs from runs where source <> 'known'",
      );
      return rows[0]?.runs ?? 0;
    },
    async close() {
      for (const queue of queues) await queue.close();
      await closeQueueConnection(connection);
      await database.close();
      redis.disconnect();
    },
  };
}

/** Waits until no job is waiting or under way. @returns how long it took */
export async function settle(queues: readonly JobQueue<RecordJob>[]): Promise<number> {
  const started = performance.now();
  for (;;) {
    const counts = await Promise.all(queues.map((queue) => queue.getJobCounts("active", "waiting", "prioritized")));
    const open = counts.reduce((sum, count) => sum + Object.values(count).reduce((all, one) => all + one, 0), 0);
    const ms = performance.now() - started;
    if (open === 0 || ms > settleMs) return ms;
    await delay(500);
  }
}
