import { allAdapters, planTasks } from "@openremit/collector";
import { loadCatalog } from "@openremit/shared/catalog";
import {
  closeQueueConnection,
  collectQueueName,
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

const longestMs = 60_000;

/**
 * Everything that config wants collected, once, from one sandbox to the recorder's queue, by so many collectors who begin
 * at one moment.
 */
export async function measureCollectors(urls: Urls, sandboxUrl: string, count: number): Promise<Throughput> {
  const redis = new Redis(urls.redisUrl);
  await redis.flushall();
  const databaseUrl = await createDatabase(urls.databaseUrl);
  const observedOn = new Date().toISOString().slice(0, 10);
  // Collectors wait for the first rates.
  await createLatestStore(redis, defaultQueuePrefix).replaceRates([buildRate({ source: "frankfurter", observedOn })]);
  const visits = planTasks(loadCatalog("./config"), allAdapters, "simulated");
  const connection = openQueueConnection(urls.redisUrl, "bench");
  const open = (name: string) => createQueue(name, connection, defaultQueuePrefix);
  const record = open(recordQueueName);
  const sources = [...new Set(visits.map(({ job }) => job.source))].map((source) => open(collectQueueName(source)));
  await Promise.all(sources.map((queue) => queue.pause()));
  const copies = await startCopies(count, {
    program: "workers/collector/dist/main.js",
    portVariable: "METRICS_PORT",
    readyPath: "/healthz",
    env: { REDIS_URL: urls.redisUrl, DATABASE_URL: databaseUrl, SANDBOX_URL: sandboxUrl },
  });
  try {
    const countDue = async () => {
      const counts = await Promise.all(sources.map((queue) => queue.getJobCounts("waiting")));
      return counts.reduce((sum, { waiting = 0 }) => sum + waiting, 0);
    };
    await until(countDue, (due) => due === visits.length, longestMs);
    const cpuBefore = await copies.readCpuSeconds();
    const startedAt = performance.now();
    await Promise.all(sources.map((queue) => queue.resume()));
    await until(
      () => record.getWaitingCount(),
      (recorded) => recorded >= visits.length,
      longestMs,
    );
    const seconds = (performance.now() - startedAt) / 1_000;
    const cpu = (await copies.readCpuSeconds()) - cpuBefore;
    return { perSecond: visits.length / seconds, cpuMs: (cpu * 1_000) / visits.length };
  } finally {
    await copies.stop();
    await Promise.all([record, ...sources].map((queue) => queue.close()));
    await closeQueueConnection(connection);
    redis.disconnect();
  }
}
