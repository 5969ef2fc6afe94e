import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  createLifecycle,
  createLogger,
  createMetrics,
  parseEnvironment,
  runProcess,
  serverEnvironment,
  stopOnSignals,
  systemClock,
} from "@openremit/shared/runtime";
import { createRecorder } from "./recorder.ts";

/** Runs the recorder as a process of its own. */
await runProcess(async () => {
  const environment = parseEnvironment(process.env, serverEnvironment);
  const logger = createLogger("recorder", { level: environment.LOG_LEVEL });
  const recorder = createRecorder({
    mode: environment.OPENREMIT_MODE,
    databaseUrl: environment.DATABASE_URL,
    redisUrl: environment.REDIS_URL,
    prefix: defaultQueuePrefix,
    logger,
    clock: systemClock,
    metrics: createMetrics({ processFigures: true }),
  });
  const lifecycle = createLifecycle([recorder], { stopDeadlineMs: 8_000, logger });
  stopOnSignals(lifecycle);
  await lifecycle.start();
  logger.info("recording");
});
