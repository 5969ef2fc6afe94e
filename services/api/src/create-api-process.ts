import { once } from "node:events";
import { loadCatalog } from "@openremit/shared/catalog";
import { createComparison } from "@openremit/shared/comparison";
import {
  type Clock,
  createLifecycle,
  type Lifecycle,
  type Logger,
  type Mode,
  type Part,
  type Registry,
} from "@openremit/shared/runtime";
import { openStores } from "@openremit/shared/storage";
import { createApi } from "./create-api.ts";
import { createHttpServer } from "./create-http-server.ts";

export interface ApiProcessOptions {
  readonly mode: Mode;
  readonly configDirectory: string;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** In front of every Redis key. */
  readonly prefix: string;
  readonly host: string;
  readonly port: number;
  readonly requestsPerMinute: number;
  readonly proxyHops: number;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly metrics: Registry;
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
  const { logger, clock, mode, metrics } = options;
  const catalog = loadCatalog(options.configDirectory);
  const stores = await openStores({ ...options, name: "openremit api" });
  const { latest, database } = stores;
  const comparison = createComparison({ catalog, latest, database, clock, logger, mode });
  const api = createApi({ ...options, comparison, metrics });
  const storesPart: Part = { name: "stores", start: async () => undefined, stop: stores.close };
  const parts = [storesPart, comparison, api.part, createServerPart(api.handler, options)];
  return createLifecycle(parts, { stopDeadlineMs, logger });
}

function createServerPart(handler: Parameters<typeof createHttpServer>[0], options: ApiProcessOptions): Part {
  const server = createHttpServer(handler);
  return {
    name: "http server",
    async start() {
      server.listen(options.port, options.host);
      await once(server, "listening");
      options.logger.info({ address: server.address() }, "answering");
    },
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
