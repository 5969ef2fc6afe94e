import { createRecorder } from "@openremit/recorder";
import type { RecordJob } from "@openremit/shared/contracts";
import { closeQueueConnection, createQueue, openQueueConnection, recordQueueName } from "@openremit/shared/queue";
import { createLogger, createMetrics, systemClock } from "@openremit/shared/runtime";
import { openDatabase } from "@openremit/shared/storage";
import { buildRuns } from "./recorder/build-runs.ts";
import { insertBare } from "./recorder/insert-bare.ts";
import { type Bench, rounded } from "./report.ts";
import { withServers } from "./with-servers.ts";

const runs = 2_000;
const quotesPerRun = 18;
/** Statements at a time for the bare insert: as many as the recorder has runs under way where nobody says otherwise. */
const concurrency = 8;
const target = 3_000;
const prefix = "{bench}";

interface Urls {
  readonly redisUrl: string;
  readonly databaseUrl: string;
}

/** Runs from a waiting queue to PostgreSQL, which writes to its disk before it says yes, and to Redis. */
export const bench: Bench = () => withServers(measure);

async function measure(urls: Urls) {
  await recordAll(urls, buildRuns("2026-11-19T12:00:00Z", 100, quotesPerRun), "{warm-up}");
  const jobs = buildRuns("2026-11-20T12:00:00Z", runs, quotesPerRun);
  const rate = (runs * quotesPerRun) / (await recordAll(urls, jobs, prefix));
  const database = openDatabase(urls.databaseUrl, { poolSize: concurrency });
  const byRun = await insertBare(
    database,
    jobs.map((job) => job.quotes),
    concurrency,
  );
  const quotes = jobs.flatMap((job) => job.quotes);
  const thousands = Array.from({ length: quotes.length / 1_000 }, (_, n) => quotes.slice(n * 1_000, n * 1_000 + 1_000));
  const byThousand = await insertBare(database, thousands, 1);
  const { rows } = await database.pool.query("select count(*)::integer as quotes from quotes");
  await database.close();
  const isWhole = rows[0].quotes === (runs + 100) * quotesPerRun;
  return [
    {
      what: "queue to PostgreSQL and Redis",
      value: `${Math.round(rate)}/s`,
      target: `≥ ${target}/s`,
      holds: rate >= target,
    },
    { what: "same rows, bare insert run by run", value: `${Math.round(byRun)}/s`, target: "", holds: null },
    { what: "ratio to that", value: rounded(rate / byRun, 2), target: "", holds: null },
    { what: "same rows, bare insert by the thousand", value: `${Math.round(byThousand)}/s`, target: "", holds: null },
    { what: "ratio to that one", value: rounded(rate / byThousand, 2), target: "", holds: null },
    { what: "every quote recorded", value: String(isWhole), target: "true", holds: isWhole },
  ];
}

/** Seconds from the recorder's first look into the queue until the queue is empty. */
async function recordAll(
  { redisUrl, databaseUrl }: Urls,
  jobs: readonly RecordJob[],
  queuePrefix: string,
): Promise<number> {
  const connection = openQueueConnection(redisUrl, "bench");
  const queue = createQueue<RecordJob>(recordQueueName, connection, queuePrefix);
  await queue.addBulk(jobs.map((data) => ({ name: recordQueueName, data })));
  const recorder = createRecorder({
    mode: "simulated",
    databaseUrl,
    redisUrl,
    prefix: queuePrefix,
    logger: createLogger("bench", { level: "warn" }),
    clock: systemClock,
    metrics: createMetrics(),
  });
  await recorder.start();
  const startedAt = performance.now();
  for (;;) {
    const { waiting = 0, active = 0, delayed = 0 } = await queue.getJobCounts("waiting", "active", "delayed");
    if (waiting + active + delayed === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  await recorder.stop();
  await queue.close();
  await closeQueueConnection(connection);
  return seconds;
}
