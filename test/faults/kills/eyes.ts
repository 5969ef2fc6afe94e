import { setTimeout as delay } from "node:timers/promises";
import { loadCatalog } from "@openremit/shared/catalog";
import type { RecordJob, ReleaseJob } from "@openremit/shared/contracts";
import {
  closeQueueConnection,
  collectQueueName,
  createQueue,
  defaultQueuePrefix,
  type JobQueue,
  openQueueConnection,
  recordQueueName,
  releaseQueueName,
} from "@openremit/shared/queue";
import { createLatestStore, openDatabase } from "@openremit/shared/storage";
import { Redis } from "ioredis";

/** A job lost with its worker is given to another after half a minute; then it has to be worked on. */
const settleMs = 180_000;

/** What can be looked at in a queue, whatever it carries. */
export type WatchedQueue = Pick<JobQueue<unknown>, "name" | "getJobCounts" | "getJobs">;

/** A job that failed waits a while; in the queues of collecting so does the next visit, for hours. */
const later = ["delayed"] as const;
const isScheduled = ({ name }: WatchedQueue) => name !== recordQueueName && name !== releaseQueueName;

/** Looks at servers that go away and come back. */
export async function openEyes(redisUrl: string, databaseUrl: string) {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  redis.on("error", () => undefined);
  const connection = openQueueConnection(redisUrl, "kills", () => undefined);
  const queueOf = <Payload>(name: string): JobQueue<Payload> =>
    createQueue(name, connection, defaultQueuePrefix, () => undefined);
  const { quoteSources, rateSources } = loadCatalog("config");
  const recordQueue = queueOf<RecordJob>(recordQueueName);
  const releaseQueue = queueOf<ReleaseJob>(releaseQueueName);
  const collectQueues = [...quoteSources.keys(), ...rateSources.keys()].map((key) => queueOf(collectQueueName(key)));
  const queues: readonly WatchedQueue[] = [recordQueue, releaseQueue, ...collectQueues];
  const database = openDatabase(databaseUrl);
  return {
    database,
    latest: createLatestStore(redis, defaultQueuePrefix),
    recordQueue,
    releaseQueue,
    queues,
    async countCollected(): Promise<number> {
      const { rows } = await database.pool.query<{ runs: number }>(
        "select count(*)::integer as runs from runs where source <> 'known'",
      );
      return rows[0]?.runs ?? 0;
    },
    async close() {
      for (const queue of [recordQueue, releaseQueue, ...collectQueues]) await queue.close();
      await closeQueueConnection(connection);
      await database.close();
      redis.disconnect();
    },
  };
}

/** Waits until no job is waiting or under way. @returns how long it took */
export async function settle(queues: readonly WatchedQueue[]): Promise<number> {
  const started = performance.now();
  for (;;) {
    const counts = await Promise.all(
      queues.map((queue) =>
        queue.getJobCounts("active", "waiting", "prioritized", ...(isScheduled(queue) ? [] : later)),
      ),
    );
    const open = counts.reduce((sum, count) => sum + Object.values(count).reduce((all, one) => all + one, 0), 0);
    const ms = performance.now() - started;
    if (open === 0 || ms > settleMs) return ms;
    await delay(500);
  }
}
