import { setTimeout as pause } from "node:timers/promises";
import type { RecordJob } from "@openremit/shared/contracts";
import {
  closeQueueConnection,
  createQueue,
  defaultQueuePrefix,
  openQueueConnection,
  recordQueueName,
} from "@openremit/shared/queue";
import { openDatabase } from "@openremit/shared/storage";
import { Redis } from "ioredis";
import { createDatabase } from "../../support/servers.ts";
import { buildRuns } from "../recorder/build-runs.ts";
import { type Copies, startCopies } from "./start-copies.ts";

export interface Throughput {
  readonly perSecond: number;
  /** Of the processes measured, for each thing done. */
  readonly cpuMs: number;
}

/** What a quote takes where it stays. */
export interface Bytes {
  readonly postgresPerQuote: number;
  /** In the recorder's queue, until it is recorded. */
  readonly queuePerQuote: number;
}

export interface Urls {
  readonly redisUrl: string;
  readonly databaseUrl: string;
}

const runs = 1_000;
const quotesPerRun = 18;
const quotes = runs * quotesPerRun;

/** A queue that waits, and so many recorders who begin at one moment. */
export async function measureRecorders(urls: Urls, count: number): Promise<Throughput & Bytes> {
  const redis = new Redis(urls.redisUrl);
  await redis.flushall();
  const databaseUrl = await createDatabase(urls.databaseUrl);
  const connection = openQueueConnection(urls.redisUrl, "bench");
  const queue = createQueue<RecordJob>(recordQueueName, connection, defaultQueuePrefix);
  const env = { REDIS_URL: urls.redisUrl, DATABASE_URL: databaseUrl };
  const [first, more] = [await startRecorders(1, env), count > 1 ? await startRecorders(count - 1, env) : null];
  const copies = more === null ? [first] : [first, more];
  await pause(1_500);
  await queue.pause();
  const before = await usedMemory(redis);
  const jobs = buildRuns("2026-11-20T12:00:00Z", runs, quotesPerRun);
  await queue.addBulk(jobs.map((data) => ({ name: recordQueueName, data })));
  const queued = (await usedMemory(redis)) - before;
  const cpuBefore = await cpuOf(copies);
  await queue.resume();
  const startedAt = performance.now();
  for (;;) {
    const { waiting = 0, active = 0 } = await queue.getJobCounts("waiting", "active");
    if (waiting + active === 0) break;
    await pause(20);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const cpu = (await cpuOf(copies)) - cpuBefore;
  for (const copy of copies) await copy.stop();
  const stored = await bytesOfRecord(databaseUrl);
  await queue.close();
  await closeQueueConnection(connection);
  redis.disconnect();
  return {
    perSecond: quotes / seconds,
    cpuMs: (cpu * 1_000) / quotes,
    postgresPerQuote: stored / quotes,
    queuePerQuote: queued / quotes,
  };
}

function startRecorders(count: number, env: Readonly<Record<string, string>>): Promise<Copies> {
  return startCopies(count, {
    program: "workers/recorder/dist/main.js",
    portVariable: "METRICS_PORT",
    readyPath: "/healthz",
    env,
  });
}

async function cpuOf(copies: readonly Copies[]): Promise<number> {
  const each = await Promise.all(copies.map((copy) => copy.readCpuSeconds()));
  return each.reduce((sum, seconds) => sum + seconds, 0);
}

export async function usedMemory(redis: Redis): Promise<number> {
  return Number.parseInt(/^used_memory:(\d+)/m.exec(await redis.info("memory"))?.[1] ?? "0", 10);
}

/** Tables with their indexes; more than half is the observation as it came, for the receipt. */
async function bytesOfRecord(url: string): Promise<number> {
  const database = openDatabase(url);
  const { rows } = await database.pool.query<{ bytes: string; quotes: number }>(
    `select sum(pg_total_relation_size(oid))::text as bytes, (select count(*)::integer from quotes) as quotes
     from pg_class where relkind = 'r' and relname ~ '^(quotes|runs|run_coverages)'`,
  );
  await database.close();
  if (rows[0]?.quotes !== quotes) throw new Error(`${rows[0]?.quotes} quotes are recorded, not ${quotes}`);
  return Number.parseInt(rows[0].bytes, 10);
}
