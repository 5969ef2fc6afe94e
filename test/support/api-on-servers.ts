import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createApi } from "@openremit/api";
import { recordRunJob } from "@openremit/recorder";
import type { Catalog } from "@openremit/shared/catalog";
import { createComparison, createVisitDesk } from "@openremit/shared/comparison";
import type { RecordJob } from "@openremit/shared/contracts";
import { createHttpServer, createMetrics, type Logger } from "@openremit/shared/runtime";
import { createKeyRing, createReaderDesk, type Stores } from "@openremit/shared/storage";
import { quietLogger, sceneCatalog } from "./comparison-scene.ts";
import { openStorageScene } from "./storage-scene.ts";

/** The API on a real Redis and PostgreSQL of its own; `record` does what the recorder does with a run. */
export async function openApiOnServers(now: Date, options: ServingOptions = {}) {
  return serveStores(await openStorageScene(), now, options);
}

interface ServingOptions {
  readonly catalog?: Catalog;
  readonly timeoutMs?: number;
  readonly logger?: Logger;
  readonly releasesDirectory?: string;
  readonly reportsPerHour?: number;
  readonly exportsAtOnce?: number;
  readonly proxyHops?: number;
}

/** The API over stores that somebody opened. */
export async function serveStores<Opened extends Pick<Stores, "database" | "latest" | "close">>(
  stores: Opened,
  now: Date,
  { catalog = sceneCatalog, timeoutMs, logger = quietLogger, releasesDirectory, ...limits }: ServingOptions = {},
) {
  const clock = { at: now, now: () => clock.at };
  const comparison = createComparison({
    catalog,
    latest: stores.latest,
    database: stores.database,
    clock,
    logger,
    mode: "simulated",
    timing: { probeMs: 50, resyncMs: 1_000, ...(timeoutMs !== undefined && { timeoutMs }) },
    ...(releasesDirectory !== undefined && { releasesDirectory }),
  });
  await comparison.start();
  const metrics = createMetrics();
  const api = createApi({
    comparison,
    desk: createReaderDesk(stores.database, clock),
    visitDesk: createVisitDesk({ catalog, comparison, database: stores.database, clock }),
    keyRing: createKeyRing({ database: stores.database, clock, logger }),
    clock,
    logger,
    metrics,
    requestsPerMinute: 100_000,
    exportsPerHour: 100_000,
    ...limits,
  });
  await api.part.start();
  const server = createHttpServer(api.handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${origin}${path}`, { headers });

  const record = (job: RecordJob) => recordRunJob(job, stores);

  async function close(): Promise<void> {
    server.closeAllConnections();
    server.close();
    await api.part.stop();
    await comparison.stop();
    await stores.close();
  }

  return { ...stores, comparison, clock, origin, get, record, close };
}
