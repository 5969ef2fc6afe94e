import { allAdapters, type Collector, createCollector } from "@openremit/collector";
import { createRecorder } from "@openremit/recorder";
import { createSandbox, type Sandbox } from "@openremit/sandbox";
import { type Catalog, loadCatalog } from "@openremit/shared/catalog";
import type { RecordJob } from "@openremit/shared/contracts";
import { createHttpClient, type HttpClient } from "@openremit/shared/http";
import { collectQueueName, createQueue, openQueueConnection } from "@openremit/shared/queue";
import { type Clock, createLogger, createMetrics, type Part } from "@openremit/shared/runtime";
import { createSnapshotKeeper, openStores, type Stores } from "@openremit/shared/storage";
import { serveStores } from "./api-on-servers.ts";
import { freshDatabaseUrl, freshRedis } from "./servers.ts";
import { until } from "./until.ts";

/** A Monday noon, with the day's rates of Friday out. */
export const staircaseNow = new Date("2026-11-23T12:00:00.000Z");

export interface Staircase {
  readonly catalog: Catalog;
  readonly stores: Stores;
  readonly sandbox: Sandbox;
  readonly visits: RecordJob[];
  readonly url: { readonly redis: string; readonly database: string };
  readonly prefix: string;
  startRecorder(): Promise<Part>;
  startCollector(): Promise<Collector>;
  /** Everything that config wants collected, once, recorded and projected. */
  collectOnce(): Promise<void>;
  /** Asks a source again, as its schedule will, and gives back the run that came of it. */
  visitAgain(source: string): Promise<RecordJob>;
  startApi(): Promise<Awaited<ReturnType<typeof serveStores>>>;
  close(): Promise<void>;
}

/** The one corridor of money of the small catalog. */
export const smallCorridor = "be-ma:EUR-MAD";
/** Two publishers, and two sources at two amounts. */
export const allVisits = 6;

/** Belgium to Morocco at 200 and 500, by two sources unless said and two rate publishers: the staircase, small. */
export function smallCatalog(quoteSources: readonly string[] = ["wise", "western-union"]): Catalog {
  const catalog = loadCatalog("./config");
  const pick = <Value>(map: ReadonlyMap<string, Value>, keys: readonly string[]) =>
    new Map([...map].filter(([key]) => keys.includes(key)));
  const beMa = catalog.corridorConfigs.get("be-ma");
  if (beMa === undefined) throw new Error("config/corridors/be-ma.json is gone");
  return {
    ...catalog,
    corridorConfigs: new Map([["be-ma", { ...beMa, amounts: ["200", "500"] }]]),
    corridors: pick(catalog.corridors, [smallCorridor]),
    quoteSources: pick(catalog.quoteSources, quoteSources),
    rateSources: pick(catalog.rateSources, ["ecb", "frankfurter"]),
  };
}

interface StaircaseOptions {
  /** The small one unless said. */
  readonly catalog?: Catalog;
  /** The test run's, with a prefix of its own, unless said. */
  readonly redis?: { readonly url: string; readonly prefix: string };
  /** How long a source may take to answer. */
  readonly sourceTimeoutMs?: number;
  /** What stands in front of the sandbox, and where it is asked instead. */
  readonly sandboxUrl?: (trueUrl: string) => string;
  /** What asks the sources instead of the usual client. */
  readonly http?: (usual: HttpClient) => HttpClient;
}

/** Sandbox, stores and the workers between them, on real servers and at a fixed moment. */
export async function openStaircase(options: StaircaseOptions = {}): Promise<Staircase> {
  const { catalog = smallCatalog(), sourceTimeoutMs, sandboxUrl = (url) => url } = options;
  const clock = createTickingClock();
  const logger = createLogger("test", { level: "silent" });
  const database = await freshDatabaseUrl();
  const { url: redis, prefix } = options.redis ?? freshRedis();
  const stores = await openStores({
    databaseUrl: database,
    redisUrl: redis,
    prefix,
    mode: "simulated",
    name: "test",
    logger,
  });
  const sandbox = createSandbox({ port: 0, seed: "test", clock, logger });
  await sandbox.start();
  const visits: RecordJob[] = [];
  const running: Part[] = [];
  const start = async <Made extends Part>(part: Made): Promise<Made> => {
    await part.start();
    running.push(part);
    return part;
  };
  const usual = createHttpClient({
    mode: "simulated",
    version: "test",
    logger,
    clock,
    sandboxUrl: sandboxUrl(sandbox.url),
    saveSnapshot: createSnapshotKeeper(stores.database),
    ...(sourceTimeoutMs !== undefined && { timeoutMs: sourceTimeoutMs }),
  });
  const http = options.http?.(usual) ?? usual;
  const common = { mode: "simulated", redisUrl: redis, prefix, clock, logger } as const;
  const startRecorder = () => start(createRecorder({ ...common, databaseUrl: database, metrics: createMetrics() }));
  const onVisit = (job: RecordJob) => void visits.push(job);
  const startCollector = () =>
    start(createCollector({ ...common, ...stores, catalog, adapters: allAdapters, openHttp: () => http, onVisit }));
  return {
    catalog,
    stores,
    sandbox,
    visits,
    url: { redis, database },
    prefix,
    startRecorder,
    startCollector,
    async collectOnce() {
      await startRecorder();
      await startCollector();
      await until(() => visits.length >= allVisits);
      await until(async () => (await stores.latest.readCorridor(smallCorridor)).length === 4);
    },
    async visitAgain(source) {
      const before = visits.length;
      const found = () => visits.slice(before).find((visit) => visit.run.source === source);
      await enqueueVisit(source, redis, prefix);
      await until(() => found() !== undefined);
      return found() ?? Promise.reject(new Error(`no visit to ${source}`));
    },
    async startApi() {
      const api = await serveStores({ ...stores, close: async () => undefined }, staircaseNow, { catalog });
      running.push({ name: "api", start: async () => undefined, stop: api.close });
      return api;
    },
    close: async () => {
      for (const part of running.toReversed()) await part.stop();
      await sandbox.stop();
      await stores.close();
    },
  };
}

async function enqueueVisit(source: string, redisUrl: string, prefix: string): Promise<void> {
  const connection = openQueueConnection(redisUrl, "test");
  const queue = createQueue(collectQueueName(source), connection, prefix);
  const isRates = !["wise", "western-union"].includes(source);
  const asked = isRates ? { corridorKeys: [], amounts: [] } : { corridorKeys: [smallCorridor], amounts: ["200"] };
  await queue.add("again", { schemaVersion: 1, source, ...asked });
  await queue.close();
  connection.disconnect();
}

/** A clock that goes on by a millisecond whenever it is read: runs follow one another, and no run depends on the day. */
function createTickingClock(): Clock {
  let reads = 0;
  return {
    now: () => {
      reads += 1;
      return new Date(staircaseNow.getTime() + reads);
    },
  };
}
