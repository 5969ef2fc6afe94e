import { hashConfig, loadCatalog } from "@openremit/shared/catalog";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  createLifecycle,
  createLogger,
  parseEnvironment,
  releasesDirectory,
  releasesVariables,
  runProcess,
  serverEnvironment,
  stopOnSignals,
  systemClock,
} from "@openremit/shared/runtime";
import { createPublisher } from "./publisher.ts";

/** Runs the publisher as a process of its own. */
await runProcess(async () => {
  const environment = parseEnvironment(process.env, serverEnvironment.extend(releasesVariables));
  const mode = environment.OPENREMIT_MODE;
  const logger = createLogger("publisher", { level: environment.LOG_LEVEL });
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
  });
  const lifecycle = createLifecycle([publisher], { stopDeadlineMs: 8_000, logger });
  stopOnSignals(lifecycle);
  await lifecycle.start();
  logger.info("publishing");
});
