import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  createLifecycle,
  createLogger,
  createMetrics,
  portVariable,
  readEnvironment,
  serverEnvironment,
  stopOnSignals,
  systemClock,
} from "@openremit/shared/runtime";
import { z } from "zod";
import { createApiProcess } from "./create-api-process.ts";

const environment = readEnvironment(
  process.env,
  serverEnvironment.extend({
    PORT: portVariable(3000),
    HOST: z.string().default("0.0.0.0").describe("the address to listen on"),
    REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(600).describe("how often one reader may ask"),
    PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0).describe("how many reverse proxies stand in front"),
  }),
);
const logger = createLogger("api", { level: environment.LOG_LEVEL });
const api = createApiProcess({
  mode: environment.OPENREMIT_MODE,
  configDirectory: environment.OPENREMIT_CONFIG_DIR,
  databaseUrl: environment.DATABASE_URL,
  redisUrl: environment.REDIS_URL,
  prefix: defaultQueuePrefix,
  host: environment.HOST,
  port: environment.PORT,
  requestsPerMinute: environment.REQUESTS_PER_MINUTE,
  proxyHops: environment.PROXY_HOPS,
  logger,
  clock: systemClock,
  metrics: createMetrics({ processFigures: true }),
});
const lifecycle = createLifecycle([api], { stopDeadlineMs: 8_000, logger });
stopOnSignals(lifecycle);
try {
  await lifecycle.start();
} catch (error) {
  logger.fatal({ err: error }, "the API cannot start");
  process.exitCode = 1;
}
