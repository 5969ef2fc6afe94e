import { loadCatalog } from "@openremit/shared/catalog";
import { createComparison } from "@openremit/shared/comparison";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  createLifecycle,
  createListenerPart,
  createLogger,
  parseEnvironment,
  portVariable,
  runProcess,
  serverEnvironment,
  stopOnSignals,
  systemClock,
} from "@openremit/shared/runtime";
import { openStores } from "@openremit/shared/storage";
import { z } from "zod";
import { createWeb } from "./create-web.ts";

const environment = serverEnvironment.extend({
  PORT: portVariable(3001),
  HOST: z.string().default("0.0.0.0").describe("the address to listen on"),
});

/** Runs the site as a process of its own. */
await runProcess(async () => {
  const env = parseEnvironment(process.env, environment);
  const mode = env.OPENREMIT_MODE;
  const logger = createLogger("web", { level: env.LOG_LEVEL });
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const { database, latest, close } = await openStores({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    prefix: defaultQueuePrefix,
    mode,
    name: "openremit web",
    logger,
  });
  const comparison = createComparison({ catalog, latest, database, clock: systemClock, logger, mode });
  const web = createWeb({ catalog, comparison, mode, clock: systemClock, logger });
  const listener = createListenerPart(web, { host: env.HOST, port: env.PORT }, (url) =>
    logger.info({ url }, "answering"),
  );
  const stores = { name: "stores", start: async () => undefined, stop: close };
  const lifecycle = createLifecycle([stores, comparison, listener], { stopDeadlineMs: 4_500, logger });
  stopOnSignals(lifecycle);
  await lifecycle.start();
});
