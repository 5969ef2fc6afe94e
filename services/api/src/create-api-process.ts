import { loadCatalog } from "@openremit/shared/catalog";
import { createComparison, createVisitDesk } from "@openremit/shared/comparison";
import {
  type Clock,
  createLifecycle,
  createListenerPart,
  type Lifecycle,
  type Logger,
  type Mode,
  type Part,
  type Registry,
  type Tracer,
} from "@openremit/shared/runtime";
import { openLimitStore } from "@openremit/shared/serving";
import { createKeyRing, createReaderDesk, openStores } from "@openremit/shared/storage";
import { createApi } from "./create-api.ts";

export interface ApiProcessOptions {
  readonly mode: Mode;
  readonly configDirectory: string;
  readonly databaseUrl: string;
  /** A replica to read the past from. */
  readonly databaseReadUrl?: string | undefined;
  readonly redisUrl: string;
  /** A Redis to count readers in that writes nothing to disk; the one above unless said. */
  readonly redisLimitsUrl?: string | undefined;
  /** In front of every Redis key. */
  readonly prefix: string;
  /** The folder of releases. */
  readonly releasesDirectory: string;
  readonly host: string;
  readonly port: number;
  readonly requestsPerMinute: number;
  readonly exportsPerHour: number;
  readonly proxyHops: number;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly metrics: Registry;
  /** Where answers are traced; nowhere unless said. */
  readonly tracer?: Tracer;
}

const stopDeadlineMs = 4_000;

/** The API as a process of its own: stores, comparison and server as one part. */
export function createApiProcess(options: ApiProcessOptions): Part {
  let running: Lifecycle | null = null;
  return {
    name: "api process",
    async start(stopping) {
      running = await compose(options);
      await running.start();
      if (stopping?.aborted) await running.stop();
    },
    async stop() {
      await running?.stop();
    },
  };
}

async function compose(options: ApiProcessOptions): Promise<Lifecycle> {
  const { logger, clock, mode, metrics, prefix, releasesDirectory } = options;
  const catalog = loadCatalog(options.configDirectory);
  const stores = await openStores({ ...options, name: "openremit api" });
  const { latest, database, reading } = stores;
  const comparison = createComparison({
    catalog,
    latest,
    database: reading,
    primary: database,
    clock,
    logger,
    mode,
    releasesDirectory,
    metrics,
  });
  const keyRing = createKeyRing({ database, clock, logger });
  const visitDesk = createVisitDesk({ catalog, comparison, database, clock });
  const desk = createReaderDesk(database, clock);
  const limitStore = openLimitStore({ redisUrl: options.redisLimitsUrl ?? options.redisUrl, prefix, logger });
  const api = createApi({ ...options, limitStore, comparison, desk, visitDesk, keyRing, metrics });
  const server = createListenerPart(api.handler, options, (url) => logger.info({ url }, "answering"));
  const storesPart: Part = { name: "stores", start: async () => undefined, stop: stores.close };
  const limitsPart: Part = { name: "limits", start: async () => undefined, stop: async () => limitStore.close() };
  const parts = [storesPart, limitsPart, comparison, api.part, server];
  return createLifecycle(parts, { stopDeadlineMs, logger });
}
