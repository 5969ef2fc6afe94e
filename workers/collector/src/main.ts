import { loadCatalog } from "@openremit/shared/catalog";
import { createHttpClient } from "@openremit/shared/http";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  createLifecycle,
  createLogger,
  createMetrics,
  createMetricsPart,
  openTracing,
  parseEnvironment,
  parseSourceKeys,
  runProcess,
  stopOnSignals,
  systemClock,
  version,
} from "@openremit/shared/runtime";
import { createSnapshotKeeper, createSourceGate, openStores } from "@openremit/shared/storage";
import { allAdapters } from "./adapters/index.ts";
import { createCollector } from "./collector.ts";
import { collectorEnvironment } from "./environment.ts";

/** Runs the collector as a process of its own. */
await runProcess(async () => {
  const env = parseEnvironment(process.env, collectorEnvironment);
  const mode = env.OPENREMIT_MODE;
  const sourceKeys = parseSourceKeys(process.env);
  const logger = createLogger("collector", { level: env.LOG_LEVEL });
  const tracing = await openTracing("openremit-collector", env, logger);
  const metrics = createMetrics({ processFigures: true });
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const stores = await openStores({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    prefix: defaultQueuePrefix,
    mode,
    name: "collector",
    logger,
    metrics,
  });
  const collector = createCollector({
    catalog,
    adapters: allAdapters,
    openHttp: () =>
      createHttpClient({
        mode,
        contact: env.OPENREMIT_CONTACT,
        version,
        logger,
        clock: systemClock,
        sandboxUrl: env.SANDBOX_URL,
        sourceKeys,
        saveSnapshot: createSnapshotKeeper(stores.database),
        ...(mode === "real" && { countRequest: createSourceGate(stores.redis, defaultQueuePrefix, systemClock) }),
      }),
    ...stores,
    redisUrl: env.REDIS_URL,
    prefix: defaultQueuePrefix,
    mode,
    sourceKeys,
    clock: systemClock,
    logger,
    metrics,
    tracer: tracing.tracer,
  });
  const storesPart = { name: "stores", start: async () => undefined, stop: stores.close };
  const lifecycle = createLifecycle([tracing.part, createMetricsPart(metrics, env, logger), storesPart, collector], {
    stopDeadlineMs: 4_500,
    logger,
  });
  stopOnSignals(lifecycle);
  await lifecycle.start();
  logger.info("collecting");
});
