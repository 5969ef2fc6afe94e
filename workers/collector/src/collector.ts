import { randomUUID } from "node:crypto";
import type { Catalog } from "@openremit/shared/catalog";
import type { RecordJob } from "@openremit/shared/contracts";
import { ConfigError } from "@openremit/shared/domain";
import type { HttpClient, PlannedRequest, SourceAccess } from "@openremit/shared/http";
import {
  closeQueues,
  collectQueueName,
  createQueue,
  createWorker,
  type JobQueue,
  type JobWorker,
  makeSchedulersEqual,
  openQueueConnection,
  recordQueueName,
  removeOtherSchedulers,
} from "@openremit/shared/queue";
import type { Clock, Logger, Mode, Part } from "@openremit/shared/runtime";
import {
  type Database,
  type LatestStore,
  pauseSource,
  readPauses,
  recordRefusedPayload,
} from "@openremit/shared/storage";
import type { Adapters } from "./adapters/index.ts";
import { defineCollectJob } from "./collect-job.ts";
import { rateRowsOf } from "./rate-rows.ts";
import { type CollectTask, planTasks } from "./schedule/collect-tasks.ts";

export interface CollectorOptions {
  readonly catalog: Catalog;
  readonly adapters: Adapters;
  /** Called when there is something to ask: without an enabled source nobody needs a contact. */
  readonly openHttp: () => HttpClient;
  readonly database: Database;
  readonly latest: LatestStore;
  readonly redisUrl: string;
  readonly prefix: string;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of every visit, also of one that failed. */
  readonly onVisit?: (job: RecordJob) => void;
}

export interface Collector extends Part {
  /** Everything that config wants collected. */
  readonly tasks: readonly CollectTask[];
}

/** In simulated mode the one asked is our own sandbox, which needs no rest between questions. */
const simulatedConcurrency = 4;

/** How long quotes wait for the first reference rates, against which they are checked. */
const firstRatesMs = 15_000;

/** Asks every source as often as config says, and hands what it saw to the recorder's queue. */
export function createCollector(options: CollectorOptions): Collector {
  const { catalog, adapters, database, latest, prefix, mode, clock, logger } = options;
  const tasks = planTasks(catalog, adapters, mode);
  const sources = [...new Set(tasks.map((task) => task.job.source))];
  const connection = openQueueConnection(options.redisUrl, "collector", (error) =>
    logger.warn({ err: error }, "queue"),
  );
  const recordQueue = createQueue<RecordJob>(recordQueueName, connection, prefix);
  const queues = new Map<string, JobQueue<CollectTask["job"]>>();
  const workers: JobWorker[] = [];
  const http = tasks.length === 0 ? null : options.openHttp();

  const context = {
    clock,
    simulated: mode === "simulated",
    newRunId: randomUUID,
    isPaused: async (source: string) => (await readPauses(database)).has(source),
    knowledge: async () => ({ catalog, adapters, rateRows: rateRowsOf(await latest.readRates()) }),
    fetchAnswer: async (source: SourceAccess, request: PlannedRequest) => {
      if (http === null) throw new ConfigError("nothing is enabled, so nothing is asked");
      return http.fetchAnswer(source, request);
    },
    record: async (job: RecordJob) => {
      await recordQueue.add(job.run.source, job, { jobId: job.run.runId });
      options.onVisit?.(job);
    },
  };

  function startWorker(source: string): JobWorker {
    const config = catalog.quoteSources.get(source) ?? catalog.rateSources.get(source);
    const limits =
      mode === "real" && config ? { concurrency: config.limits.concurrency, limiter: config.limits } : null;
    return createWorker({
      definition: defineCollectJob(source),
      connection,
      prefix,
      context,
      ...(limits ?? { concurrency: simulatedConcurrency }),
      onRefused: async ({ error }) => {
        await pauseSource(database, source, error instanceof Error ? error.message : String(error), clock.now());
        logger.error({ source, err: error }, "the source refused us and is paused");
      },
      onPoisoned: async ({ queueName, jobId, payload, problem }) =>
        recordRefusedPayload(database, {
          queue: queueName,
          jobId,
          source,
          payload,
          reason: problem,
          refusedAt: clock.now(),
        }),
      onFailed: ({ error, willRetry }) => logger.warn({ source, err: error, willRetry }, "visit failed"),
      onError: (error) => logger.warn({ source, err: error }, "worker"),
    });
  }

  async function startWorkers(of: readonly string[]): Promise<void> {
    const started = of.map(startWorker);
    workers.push(...started);
    await Promise.all(started.map((worker) => worker.ready()));
  }

  async function schedule(): Promise<void> {
    await removeOtherSchedulers(connection, prefix, new Set(sources.map(collectQueueName)));
    for (const source of sources) {
      const queue = createQueue<CollectTask["job"]>(collectQueueName(source), connection, prefix);
      queues.set(source, queue);
      const wanted = tasks.filter((task) => task.job.source === source);
      const changes = await makeSchedulersEqual(
        queue,
        wanted.map(({ id, everyMs, job }) => ({ id, everyMs, payload: job })),
      );
      logger.info(
        { source, tasks: wanted.length, added: changes.added.length, removed: changes.removed.length },
        "scheduled",
      );
    }
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
      await schedule();
      const rates = sources.filter((source) => catalog.rateSources.has(source));
      await startWorkers(rates);
      if (rates.length > 0) await waitForFirstRates(stopping);
      await startWorkers(sources.filter((source) => !catalog.rateSources.has(source)));
    },
    async stop() {
      http?.close();
      await closeQueues({ workers, queues: [...queues.values(), recordQueue], connection }, 3_000);
    },
  };
}
