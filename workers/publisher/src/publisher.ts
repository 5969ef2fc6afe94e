import type { Catalog } from "@openremit/shared/catalog";
import type { AuditJob } from "@openremit/shared/contracts";
import {
  closeQueueConnection,
  createQueue,
  createQueueMetrics,
  createWorker,
  openQueueConnection,
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
import { auditDefinition } from "./audit/audit-job.ts";
import { scheduleAudit } from "./audit/schedule-audit.ts";
import { releaseDefinition } from "./release/release-job.ts";

export interface PublisherOptions {
  readonly mode: Mode;
  readonly catalog: Catalog;
  /** Hash over the files the catalog was read from. */
  readonly configSha256: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Of the queues. */
  readonly prefix: string;
  /** The folder of releases. */
  readonly releases: string;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly metrics: Registry;
  /** Where releases are traced; nowhere unless said. */
  readonly tracer?: Tracer;
  /** A publisher not heard of for so long is taken for dead, and another takes its job. 15 seconds unless said. */
  readonly stalledAfterMs?: number;
}

/** One for the lock, one to read, one to compare, one to cancel, one to spare; two for the audit. */
const poolSize = 7;

/**
 * Takes release jobs, one at a time, and looks every five minutes which sources are silent. A release under way when it
 * stops is broken off, and goes on where it is taken up again.
 */
export function createPublisher(options: PublisherOptions): Part {
  const errors = createServerErrors(options.metrics);
  let stopPublishing: (() => Promise<void>) | null = null;
  return {
    name: "publisher",
    async start() {
      stopPublishing = await startPublishing(options, errors);
    },
    async stop() {
      await stopPublishing?.();
    },
  };
}

async function startPublishing(options: PublisherOptions, errors: ServerErrors): Promise<() => Promise<void>> {
  const {
    mode,
    catalog,
    configSha256,
    prefix,
    releases,
    logger,
    clock,
    tracer = noTracer,
    stalledAfterMs = 15_000,
  } = options;
  const database = openDatabase(options.databaseUrl, {
    poolSize,
    applicationName: "openremit publisher",
    onConnectionLost: (error) => logger.warn({ err: error }, "lost a connection to PostgreSQL"),
    onTrouble: () => errors.count("postgres"),
  });
  const onError = (error: Error) => {
    errors.count("redis");
    logger.warn({ err: error }, "trouble with Redis");
  };
  const connection = openQueueConnection(options.redisUrl, "openremit-publisher", onError);
  const stopping = new AbortController();
  const closeServers = async () => {
    await closeQueueConnection(connection);
    await database.close();
  };
  try {
    await assertReachable({ ...options, database, redis: connection });
    await migrateToLatest(database);
    await claimMode(database, mode);
    await createLatestStore(connection, prefix).claimMode(mode);
  } catch (error) {
    await closeServers();
    throw error;
  }
  const simulated = mode === "simulated";
  const now = () => clock.now();
  const worker = createWorker({
    definition: releaseDefinition,
    connection,
    prefix,
    context: { catalog, configSha256, database, simulated, releases, now, stopping: stopping.signal, tracer },
    stalledAfterMs,
    onFailed: ({ jobId, error, willRetry }) =>
      logger.warn({ jobId, err: error, willRetry }, "a release could not be made"),
    onError,
  });
  const auditor = createWorker({
    definition: auditDefinition,
    connection,
    prefix,
    context: { catalog, database, simulated, logger, since: now(), now },
    stalledAfterMs,
    onFailed: ({ error }) => logger.warn({ err: error }, "the sources could not be audited"),
    onError,
  });
  const releaseQueue = createQueue(releaseDefinition, connection, prefix, onError);
  const auditQueue = createQueue<AuditJob>(auditDefinition, connection, prefix, onError);
  createQueueMetrics(options.metrics, () => [releaseQueue, auditQueue], logger);
  const stopScheduling = await scheduleAudit(auditQueue, connection, onError);
  return async () => {
    stopping.abort(Object.assign(new Error("the publisher stops"), { code: "ECONNABORTED" }));
    stopScheduling();
    await Promise.all([worker.close(), auditor.close()]);
    await Promise.all([releaseQueue.close(), auditQueue.close()]);
    await closeServers();
  };
}
