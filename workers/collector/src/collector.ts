import { randomUUID } from "node:crypto";
import type { Catalog } from "@openremit/shared/catalog";
import type { QuoteSourceConfig, RateSourceConfig, RecordJob } from "@openremit/shared/contracts";
import { ConfigError } from "@openremit/shared/domain";
import type { HttpClient } from "@openremit/shared/http";
import {
  closeQueues,
  createQueue,
  createQueueMetrics,
  type JobWorker,
  openQueueConnection,
  recordQueueName,
} from "@openremit/shared/queue";
import {
  type Clock,
  inBatches,
  type Logger,
  type Mode,
  noTracer,
  type Part,
  type Registry,
  readTogether,
  type SourceKeys,
  type Tracer,
} from "@openremit/shared/runtime";
import { type Database, type LatestStore, readPauses, replaceMissingKeys } from "@openremit/shared/storage";
import type { Adapters } from "./adapters/index.ts";
import type { CollectJobContext } from "./collect-job.ts";
import { createCollectWorker } from "./collect-worker.ts";
import { createCollectorMetrics } from "./collector-metrics.ts";
import { type CollectTask, findMissingKeys, planTasks } from "./schedule/collect-tasks.ts";
import { type Schedule, scheduleTasks } from "./schedule/schedule-tasks.ts";
import { tellVisit } from "./tell-visit.ts";
import { readLastSaid } from "./visit/last-said.ts";
import { createRatesReader } from "./visit/read-known-rates.ts";

export interface CollectorOptions {
  readonly catalog: Catalog;
  readonly adapters: Adapters;
  /** Called when there is something to ask: without an enabled source nobody needs a contact. */
  readonly openHttp: () => Pick<HttpClient, "fetchAnswer" | "close">;
  readonly database: Database;
  readonly latest: LatestStore;
  readonly redisUrl: string;
  readonly prefix: string;
  readonly mode: Mode;
  /** Keys to the sources that ask for one: without its key such a source is left alone. None unless said. */
  readonly sourceKeys?: SourceKeys;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where visits and queues are measured; nowhere unless said. */
  readonly metrics?: Registry;
  /** Where visits are traced; nowhere unless said. */
  readonly tracer?: Tracer;
  /** Told of every visit, also of one that failed. */
  readonly onVisit?: (job: RecordJob) => void;
}

export interface Collector extends Part {
  /** Everything that config wants collected. */
  readonly tasks: readonly CollectTask[];
}

/** How long quotes wait for the first reference rates, against which they are checked. */
const firstRatesMs = 15_000;

/** Runs handed to the recorder's queue at a time: visits that end together share a round trip. */
const mostJobs = 20;

const stopDeadlineMs = 3_000;

/** Asks every source as often as config says, and hands what it saw to the recorder's queue. */
export function createCollector(options: CollectorOptions): Collector {
  const { catalog, adapters, database, latest, prefix, mode, clock, logger, tracer = noTracer } = options;
  const tasks = planTasks(catalog, adapters, mode, options.sourceKeys);
  const asked = new Set(tasks.map((task) => task.job.source));
  const http = tasks.length === 0 ? null : options.openHttp();
  const connection = openQueueConnection(options.redisUrl, "collector", (err) => logger.warn({ err }, "queue"));
  const recordQueue = createQueue<RecordJob>(recordQueueName, connection, prefix);
  const readKnownRates = createRatesReader(catalog, latest);
  const addJobs = inBatches(mostJobs, async (jobs: readonly RecordJob[]) => {
    await recordQueue.addBulk(jobs.map((job) => ({ name: job.run.source, data: job, opts: { jobId: job.run.runId } })));
  });
  const readAllPauses = readTogether(() => readPauses(database));
  const workers: JobWorker[] = [];
  let schedule: Schedule | null = null;
  const metrics = options.metrics && createCollectorMetrics(options.metrics, asked);
  if (options.metrics) createQueueMetrics(options.metrics, () => schedule?.queues ?? [], logger);

  const context: CollectJobContext = {
    clock,
    simulated: mode === "simulated",
    newRunId: randomUUID,
    isPaused: async (source) => (await readAllPauses()).has(source),
    knowledge: async (job) => {
      const [known, lastSaid] = await Promise.all([readKnownRates(), readLastSaid(latest, job)]);
      return { catalog, adapters, ...known, lastSaid };
    },
    fetchAnswer: async (source, request, hearRobots) => {
      if (http === null) throw new ConfigError("nothing is enabled, so nothing is asked");
      return http.fetchAnswer(source, request, hearRobots);
    },
    record: async (job) => {
      await addJobs(job);
      metrics?.countVisit(job.run);
      tellVisit(tracer, job.run);
      options.onVisit?.(job);
    },
  };

  async function startWorkers(sources: Iterable<QuoteSourceConfig | RateSourceConfig>): Promise<number> {
    const common = { connection, prefix, context, database, mode, clock, logger };
    const started = [...sources]
      .filter(({ key }) => asked.has(key))
      .map((source) => createCollectWorker(source, common));
    workers.push(...started);
    await Promise.all(started.map((worker) => worker.ready()));
    return started.length;
  }

  /** In simulated mode the one asked is our own sandbox. */
  function concurrencyOf(key: string): number | null {
    const source = catalog.rateSources.get(key) ?? catalog.quoteSources.get(key);
    return mode === "simulated" || source === undefined ? null : source.limits.concurrency;
  }

  async function waitForFirstRates(stopping?: AbortSignal): Promise<void> {
    const until = performance.now() + firstRatesMs;
    while (!stopping?.aborted && performance.now() < until && (await latest.readRates()).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  return {
    name: "collector",
    tasks,
    async start(stopping) {
      await replaceMissingKeys(database, findMissingKeys(catalog, mode, options.sourceKeys), clock.now());
      schedule = await scheduleTasks(tasks, connection, prefix, logger, concurrencyOf);
      const rateWorkers = await startWorkers(catalog.rateSources.values());
      if (rateWorkers > 0) await waitForFirstRates(stopping);
      await startWorkers(catalog.quoteSources.values());
    },
    async stop() {
      http?.close();
      schedule?.stop();
      const queues = [recordQueue, ...(schedule?.queues ?? [])];
      await closeQueues({ workers, queues, connection }, stopDeadlineMs);
    },
  };
}
