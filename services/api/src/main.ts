import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  createLifecycle,
  createLogger,
  createMetrics,
  parseEnvironment,
  portVariable,
  runProcess,
  serverEnvironment,
  stopOnSignals,
  systemClock,
} from "@openremit/shared/runtime";
import { z } from "zod";
import { createApiProcess } from "./create-api-process.ts";

const environment = serverEnvironment.extend({
  PORT: portVariable(3000),
  HOST: z.string().default("0.0.0.0").describe("the address to listen on"),
  REQUESTS_PER_MINUTE: wholeNumber(
    { min: 1, max: 1_000_000, fallback: 600 },
    "how often one reader may ask in a minute",
  ),
  PROXY_HOPS: wholeNumber({ min: 0, max: 5, fallback: 0 }, "how many reverse proxies stand in front"),
});

function wholeNumber({ min, max, fallback }: { min: number; max: number; fallback: number }, meaning: string) {
  const error = `is not a whole number between ${min} and ${max}`;
  return z.coerce.number({ error }).int(error).min(min, error).max(max, error).default(fallback).describe(meaning);
}

/** Runs the API as a process of its own. */
await runProcess(async () => {
  const env = parseEnvironment(process.env, environment);
  const logger = createLogger("api", { level: env.LOG_LEVEL });
  const api = createApiProcess({
    mode: env.OPENREMIT_MODE,
    configDirectory: env.OPENREMIT_CONFIG_DIR,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    prefix: defaultQueuePrefix,
    host: env.HOST,
    port: env.PORT,
    requestsPerMinute: env.REQUESTS_PER_MINUTE,
    proxyHops: env.PROXY_HOPS,
    logger,
    clock: systemClock,
    metrics: createMetrics({ processFigures: true }),
  });
  const lifecycle = createLifecycle([api], { stopDeadlineMs: 8_000, logger });
  stopOnSignals(lifecycle);
  await lifecycle.start();
});
