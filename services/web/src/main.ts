import { loadCatalog } from "@openremit/shared/catalog";
import { createComparison, createVisitDesk } from "@openremit/shared/comparison";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  createLifecycle,
  createListenerPart,
  createLogger,
  createMetrics,
  createMetricsPart,
  openTracing,
  parseEnvironment,
  releasesDirectory,
  runProcess,
  stopOnSignals,
  systemClock,
} from "@openremit/shared/runtime";
import { openLimitStore } from "@openremit/shared/serving";
import { createKeyRing, createReaderDesk, openStores } from "@openremit/shared/storage";
import { createWeb } from "./create-web.ts";
import { webEnvironment } from "./environment.ts";
import { createOperatorDesk } from "./operator/operator-desk.ts";
import { openOperatorQueues } from "./operator/operator-queues.ts";
import { operatorOf } from "./operator-of.ts";

/** Runs the site as a process of its own. */
await runProcess(async () => {
  const env = parseEnvironment(process.env, webEnvironment);
  const mode = env.OPENREMIT_MODE;
  const logger = createLogger("web", { level: env.LOG_LEVEL });
  const tracing = await openTracing("openremit-web", env, logger);
  const metrics = createMetrics({ processFigures: true });
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const { database, reading, latest, close } = await openStores({
    databaseUrl: env.DATABASE_URL,
    databaseReadUrl: env.DATABASE_READ_URL,
    redisUrl: env.REDIS_URL,
    prefix: defaultQueuePrefix,
    mode,
    name: "openremit web",
    logger,
    metrics,
  });
  const limitStore = openLimitStore({
    redisUrl: env.REDIS_LIMITS_URL ?? env.REDIS_URL,
    prefix: defaultQueuePrefix,
    logger,
  });
  const comparison = createComparison({
    catalog,
    latest,
    database: reading,
    primary: database,
    clock: systemClock,
    logger,
    mode,
    metrics,
    releasesDirectory: releasesDirectory(env, mode),
  });
  const queues = openOperatorQueues({ catalog, redisUrl: env.REDIS_URL, prefix: defaultQueuePrefix, logger });
  const web = createWeb({
    operatorDesk: createOperatorDesk({ catalog, comparison, database, queues, clock: systemClock, logger }),
    catalog,
    comparison,
    desk: createReaderDesk(database, systemClock),
    visitDesk: createVisitDesk({ catalog, comparison, database, clock: systemClock }),
    keyRing: createKeyRing({ database, clock: systemClock, logger }),
    mode,
    clock: systemClock,
    logger,
    metrics,
    tracer: tracing.tracer,
    operator: operatorOf(env),
    timeZone: env.OPENREMIT_TIME_ZONE,
    publicUrl: env.OPENREMIT_PUBLIC_URL,
    formSecret: env.OPENREMIT_FORM_SECRET,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    proxyHops: env.PROXY_HOPS,
    limitStore,
  });
  const listener = createListenerPart(web.handler, { host: env.HOST, port: env.PORT }, (url) =>
    logger.info({ url }, "answering"),
  );
  const stores = { name: "stores", start: async () => undefined, stop: close };
  const limits = { name: "limits", start: async () => undefined, stop: async () => limitStore.close() };
  const operatorQueues = { name: "queues", start: async () => undefined, stop: queues.close };
  const figures = createMetricsPart(metrics, env, logger);
  const lifecycle = createLifecycle(
    [tracing.part, figures, stores, limits, operatorQueues, comparison, web.part, listener],
    {
      stopDeadlineMs: 4_500,
      logger,
    },
  );
  stopOnSignals(lifecycle);
  await lifecycle.start();
});
