import {
  closeQueueConnection,
  createQueue,
  createQueueMetrics,
  createWorker,
  openQueueConnection,
  recordQueueName,
  repeatOnReturn,
} from "@openremit/shared/queue";
import {
  type Clock,
  type Logger,
  type Mode,
  noTracer,
  type Part,
  type Registry,
  type Tracer,
} from "@openremit/shared/runtime";
import {
  assertReachable,
  claimMode,
  createLatestStore,
  createServerErrors,
  migrateToLatest,
  openDatabase,
  type ServerErrors,
} from "@openremit/shared/storage";
import { fillLatest } from "./fill-latest.ts";
import { createPayloadRefusals } from "./payload-refusals.ts";
import { publishEvery } from "./publish-every.ts";
import { recordDefinition } from "./record-run-job.ts";
import { createRecorderMetrics, type RecorderMetrics } from "./recorder-metrics.ts";

export interface RecorderOptions {
  readonly mode: Mode;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Of the queues and of the projection. */
  readonly prefix: string;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly metrics: Registry;
  /** Where jobs are traced; nowhere unless said. */
  readonly tracer?: Tracer;
  /** Runs recorded at the same time; 8 unless said, which keeps PostgreSQL busy while others wait for its disk. */
  readonly concurrency?: number;
  /** A recorder not heard of for so long is taken for dead, and another takes its runs. 30 seconds unless said. */
  readonly stalledAfterMs?: number;
}

/** How long a projection that lost its memory unnoticed stays so. */
const lookEveryMs = 2_000;

/**
 * Takes record jobs and works on them. Its start brings the tables up to date, claims the mode in both servers and
 * fills a projection that is not whole; a Redis that comes back without its memory is filled again. What people accepted,
 * visits to shops and runs that the checks had set aside, is recorded too.
 */
export function createRecorder(options: RecorderOptions): Part {
  const metrics = createRecorderMetrics(options.metrics);
  const errors = createServerErrors(options.metrics);
  let stopRecording: (() => Promise<void>) | null = null;
  return {
    name: "recorder",
    async start() {
      stopRecording = await startRecording(options, metrics, errors);
    },
    async stop() {
      await stopRecording?.();
    },
  };
}

/** @returns the way to stop: the worker first, so that runs under way are finished. */
async function startRecording(
  options: RecorderOptions,
  metrics: RecorderMetrics,
  errors: ServerErrors,
): Promise<() => Promise<void>> {
  const { mode, prefix, logger, clock, tracer = noTracer, concurrency = 8 } = options;
  const database = openDatabase(options.databaseUrl, {
    poolSize: concurrency + 2,
    applicationName: "openremit recorder",
    onConnectionLost: (error) => logger.warn({ err: error }, "lost a connection to PostgreSQL"),
    onTrouble: () => errors.count("postgres"),
  });
  const onError = (error: Error) => {
    errors.count("redis");
    logger.warn({ err: error }, "trouble with Redis");
  };
  const connection = openQueueConnection(options.redisUrl, "openremit-recorder", onError);
  const latest = createLatestStore(connection, prefix);
  const refusals = createPayloadRefusals({ database, logger, clock, refused: metrics.refused });
  const filling = { database, latest, mode, logger };
  const closeServers = async () => {
    await closeQueueConnection(connection);
    await database.close();
  };
  try {
    await assertReachable({ ...options, database, redis: connection });
    await migrateToLatest(database);
    await claimMode(database, mode);
    await latest.claimMode(mode);
    await fillLatest(filling);
  } catch (error) {
    await closeServers();
    throw error;
  }
  const stopLooking = repeatOnReturn(connection, {
    everyMs: lookEveryMs,
    work: () => fillLatest(filling),
    onError: (error) => logger.error({ err: error }, "the latest prices could not be rebuilt"),
  });
  const stopPublishing = publishEvery(lookEveryMs, { database, latest, mode, clock, logger });
  const queue = createQueue(recordQueueName, connection, prefix, onError);
  createQueueMetrics(options.metrics, () => [queue], logger);
  const worker = createWorker({
    definition: recordDefinition,
    connection,
    prefix,
    context: { database, latest, metrics, tracer },
    concurrency,
    ...(options.stalledAfterMs !== undefined && { stalledAfterMs: options.stalledAfterMs }),
    onPoisoned: refusals.onPoisoned,
    onFailed: refusals.onFailed,
    onError,
  });
  return async () => {
    stopLooking();
    await stopPublishing();
    await worker.close();
    await refusals.settled();
    await queue.close();
    await closeServers();
  };
}
