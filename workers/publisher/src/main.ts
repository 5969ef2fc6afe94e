import { hashConfig, loadCatalog } from "@openremit/shared/catalog";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  createLifecycle,
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
import { publisherEnvironment } from "./environment.ts";
import { createPublisher } from "./publisher.ts";

/** Runs the publisher as a process of its own. */
await runProcess(async () => {
  const environment = parseEnvironment(process.env, publisherEnvironment);
  const mode = environment.OPENREMIT_MODE;
  const logger = createLogger("publisher", { level: environment.LOG_LEVEL });
  const tracing = await openTracing("openremit-publisher", environment, logger);
  const metrics = createMetrics({ processFigures: true });
  const publisher = createPublisher({
    mode,
    catalog: loadCatalog(environment.OPENREMIT_CONFIG_DIR),
    configSha256: hashConfig(environment.OPENREMIT_CONFIG_DIR),
    databaseUrl: environment.DATABASE_URL,
    redisUrl: environment.REDIS_URL,
    prefix: defaultQueuePrefix,
    releases: releasesDirectory(environment, mode),
    logger,
    clock: systemClock,
    metrics,
    tracer: tracing.tracer,
  });
  const lifecycle = createLifecycle([tracing.part, createMetricsPart(metrics, environment, logger), publisher], {
    stopDeadlineMs: 8_000,
    logger,
  });
  stopOnSignals(lifecycle);
  await lifecycle.start();
  logger.info("publishing");
});
