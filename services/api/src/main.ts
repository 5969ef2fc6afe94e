import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  createLifecycle,
  createLogger,
  createMetrics,
  openTracing,
  parseEnvironment,
  releasesDirectory,
  runProcess,
  stopOnSignals,
  systemClock,
} from "@openremit/shared/runtime";
import { createApiProcess } from "./create-api-process.ts";
import { apiEnvironment } from "./environment.ts";

/** Runs the API as a process of its own. */
await runProcess(async () => {
  const env = parseEnvironment(process.env, apiEnvironment);
  const logger = createLogger("api", { level: env.LOG_LEVEL });
  const tracing = await openTracing("openremit-api", env, logger);
  const api = createApiProcess({
    mode: env.OPENREMIT_MODE,
    configDirectory: env.OPENREMIT_CONFIG_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseReadUrl: env.DATABASE_READ_URL,
    redisUrl: env.REDIS_URL,
    redisLimitsUrl: env.REDIS_LIMITS_URL,
    prefix: defaultQueuePrefix,
    releasesDirectory: releasesDirectory(env, env.OPENREMIT_MODE),
    host: env.HOST,
    port: env.PORT,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    exportsPerHour: env.EXPORTS_PER_HOUR,
    proxyHops: env.PROXY_HOPS,
    logger,
    clock: systemClock,
    metrics: createMetrics({ processFigures: true }),
    tracer: tracing.tracer,
  });
  const lifecycle = createLifecycle([tracing.part, api], { stopDeadlineMs: 8_000, logger });
  stopOnSignals(lifecycle);
  await lifecycle.start();
});
