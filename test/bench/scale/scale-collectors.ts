import { setTimeout as pause } from "node:timers/promises";
import {
  closeQueueConnection,
  createQueue,
  defaultQueuePrefix,
  openQueueConnection,
  recordQueueName,
} from "@openremit/shared/queue";
import { createLatestStore } from "@openremit/shared/storage";
import { Redis } from "ioredis";
import { buildRate } from "../../support/record-job.ts";
import { createDatabase } from "../../support/servers.ts";
import { until } from "../../support/until.ts";
import type { Throughput, Urls } from "./scale-recorders.ts";
import { startCopies } from "./start-copies.ts";

const seconds = 6;

/** Visits that arrive in the recorder's queue, of everything that config wants collected, against one sandbox. */
export async function measureCollectors(urls: Urls, sandboxUrl: string, count: number): Promise<Throughput> {
  const redis = new Redis(urls.redisUrl);
  await redis.flushall();
  const databaseUrl = await createDatabase(urls.databaseUrl);
  const observedOn = new Date().toISOString().slice(0, 10);
  // Collectors wait for the first rates.
  await createLatestStore(redis, defaultQueuePrefix).replaceRates([buildRate({ source: "frankfurter", observedOn })]);
  const connection = openQueueConnection(urls.redisUrl, "bench");
  const queue = createQueue(recordQueueName, connection, defaultQueuePrefix);
  const copies = await startCopies(count, {
    program: "workers/collector/dist/main.js",
    portVariable: "METRICS_PORT",
    readyPath: "/healthz",
    env: { REDIS_URL: urls.redisUrl, DATABASE_URL: databaseUrl, SANDBOX_URL: sandboxUrl },
  });
  await until(
    () => queue.getWaitingCount(),
    (waiting) => waiting >= 100 * count,
    60_000,
  );
  const [visitsBefore, cpuBefore, startedAt] = [
    await queue.getWaitingCount(),
    await copies.readCpuSeconds(),
    performance.now(),
  ];
  await pause(seconds * 1_000);
  const [visits, cpu] = [(await queue.getWaitingCount()) - visitsBefore, (await copies.readCpuSeconds()) - cpuBefore];
  const took = (performance.now() - startedAt) / 1_000;
  await copies.stop();
  await queue.close();
  await closeQueueConnection(connection);
  redis.disconnect();
  return { perSecond: visits / took, cpuMs: (cpu * 1_000) / visits };
}
