import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  createLifecycle,
  createLogger,
  createMetrics,
  createMetricsPart,
  openTracing,
  parseEnvironment,
  runProcess,
  stopOnSignals,
  systemClock,
} from "@openremit/shared/runtime";
import { recorderEnvironment } from "./environment.ts";
import { createRecorder } from "./recorder.ts";

/** Runs the recorder as a process of its own. */
await runProcess(async () => {
  const environment = parseEnvironment(process.env, recorderEnvironment);
  const logger = createLogger("recorder", { level: environment.LOG_LEVEL });
  const tracing = await openTracing("openremit-recorder", environment, logger);
  const metrics = createMetrics({ processFigures: true });
  const recorder = createRecorder({
    mode: environment.OPENREMIT_MODE,
    databaseUrl: environment.DATABASE_URL,
    redisUrl: environment.REDIS_URL,
    prefix: defaultQueuePrefix,
    logger,
    clock: systemClock,
    metrics,
    tracer: tracing.tracer,
  });
  const lifecycle = createLifecycle([tracing.part, createMetricsPart(metrics, environment, logger), recorder], {
    stopDeadlineMs: 8_000,
    logger,
  });
  stopOnSignals(lifecycle);
  await lifecycle.start();
  logger.info("recording");
});
