import { type Api, createApi } from "@openremit/api";
import { allAdapters, type Collector, createCollector } from "@openremit/collector";
import { createPublisher } from "@openremit/publisher";
import { createRecorder } from "@openremit/recorder";
import { createSandbox, type Sandbox } from "@openremit/sandbox";
import { type Catalog, hashConfig } from "@openremit/shared/catalog";
import { type Comparison, createComparison, createVisitDesk } from "@openremit/shared/comparison";
import type { RecordJob } from "@openremit/shared/contracts";
import { createHttpClient } from "@openremit/shared/http";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  type Clock,
  createMetrics,
  type Logger,
  type Mode,
  type Part,
  releasesDirectory,
  systemClock,
  type Tracer,
  version,
} from "@openremit/shared/runtime";
import {
  createKeyRing,
  createReaderDesk,
  createSnapshotKeeper,
  createSourceGate,
  type Stores,
} from "@openremit/shared/storage";
import { createOperatorDesk, createWeb, openOperatorQueues, operatorOf } from "@openremit/web";
import type { Servers } from "./embedded/index.ts";
import type { StandaloneEnvironment } from "./environment.ts";
import { createFront } from "./front.ts";

/** What every part is made of. */
export interface Ground {
  readonly env: StandaloneEnvironment;
  readonly mode: Mode;
  readonly catalog: Catalog;
  readonly logger: Logger;
  readonly tracer: Tracer;
  readonly servers: Servers;
  readonly stores: Stores;
}

const clock = systemClock;
const prefix = defaultQueuePrefix;

/** Simulated providers on a free port. */
export function composeSandbox(
  env: StandaloneEnvironment,
  { tariffs }: Catalog,
  logger: Logger,
  time: Clock = clock,
): Sandbox {
  return createSandbox({ port: 0, seed: env.SANDBOX_SEED, tariffs: tariffs.values(), clock: time, logger });
}

export function composeRecorder({ mode, servers, logger, tracer }: Ground): Part {
  const { databaseUrl, redisUrl } = servers;
  return createRecorder({ mode, databaseUrl, redisUrl, prefix, logger, clock, metrics: createMetrics(), tracer });
}

export function composePublisher({ env, mode, catalog, servers, logger, tracer }: Omit<Ground, "stores">): Part {
  const { databaseUrl, redisUrl } = servers;
  const configSha256 = hashConfig(env.OPENREMIT_CONFIG_DIR);
  const releases = releasesDirectory(env, mode);
  return createPublisher({
    mode,
    catalog,
    configSha256,
    databaseUrl,
    redisUrl,
    prefix,
    releases,
    logger,
    clock,
    metrics: createMetrics(),
    tracer,
  });
}

export function composeCollector(
  { env, mode, catalog, logger, tracer, servers, stores }: Ground,
  sandboxUrl: string | undefined,
  onVisit: (job: RecordJob) => void,
): Collector {
  const openHttp = () =>
    createHttpClient({
      mode,
      contact: env.OPENREMIT_CONTACT,
      version,
      logger,
      clock,
      sandboxUrl,
      sourceKeys: env.sourceKeys,
      saveSnapshot: createSnapshotKeeper(stores.database),
      ...(mode === "real" && { countRequest: createSourceGate(stores.redis, prefix, clock) }),
    });
  const { redisUrl } = servers;
  return createCollector({
    catalog,
    adapters: allAdapters,
    openHttp,
    ...stores,
    redisUrl,
    prefix,
    mode,
    sourceKeys: env.sourceKeys,
    clock,
    logger,
    tracer,
    onVisit,
  });
}

export function composeComparison({ env, mode, catalog, logger, stores }: Ground): Comparison {
  const releases = releasesDirectory(env, mode);
  return createComparison({ catalog, ...stores, clock, logger, mode, releasesDirectory: releases });
}

/** API and page behind one address. */
export function composeFront({ env, mode, catalog, logger, tracer, stores, servers }: Ground, comparison: Comparison) {
  const desk = createReaderDesk(stores.database, clock);
  const keyRing = createKeyRing({ database: stores.database, clock, logger });
  const visitDesk = createVisitDesk({ catalog, comparison, database: stores.database, clock });
  const metrics = createMetrics({ processFigures: true });
  const readers = { requestsPerMinute: env.REQUESTS_PER_MINUTE, proxyHops: env.PROXY_HOPS };
  const common = { comparison, desk, visitDesk, keyRing, clock, logger, tracer, ...readers };
  const api: Api = createApi({ ...common, metrics, exportsPerHour: env.EXPORTS_PER_HOUR });
  const { database } = stores;
  const queues = openOperatorQueues({ catalog, redisUrl: servers.redisUrl, prefix, logger });
  const web = createWeb({
    operatorDesk: createOperatorDesk({ catalog, comparison, database, queues, clock, logger }),
    ...common,
    catalog,
    mode,
    metrics: createMetrics(),
    operator: operatorOf(env),
    timeZone: env.OPENREMIT_TIME_ZONE,
    publicUrl: env.OPENREMIT_PUBLIC_URL,
    formSecret: env.OPENREMIT_FORM_SECRET,
  });
  const queuesPart: Part = { name: "queues", start: async () => undefined, stop: queues.close };
  return { parts: [queuesPart, api.part, web.part], listener: createFront(api.handler, web.handler) };
}
