import { type Adapters, allAdapters, type Collector, createCollector } from "@openremit/collector";
import { createRecorder } from "@openremit/recorder";
import { createSandbox, type Sandbox } from "@openremit/sandbox";
import { type Catalog, loadCatalog } from "@openremit/shared/catalog";
import type { RecordJob } from "@openremit/shared/contracts";
import { createHttpClient } from "@openremit/shared/http";
import { type Clock, createLogger, createMetrics, type Part } from "@openremit/shared/runtime";
import { openStores, type Stores, saveSnapshot } from "@openremit/shared/storage";
import { freshDatabaseUrl, freshRedis } from "./servers.ts";

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
  close(): Promise<void>;
}

/** Belgium to Morocco at 200 and 500, by two sources and two rate publishers: the staircase, small. */
export function smallCatalog(): Catalog {
  const catalog = loadCatalog("./config");
  const pick = <Value>(map: ReadonlyMap<string, Value>, keys: readonly string[]) =>
    new Map([...map].filter(([key]) => keys.includes(key)));
  const beMa = catalog.corridorConfigs.get("be-ma");
  if (beMa === undefined) throw new Error("config/corridors/be-ma.json is gone");
  return {
    ...catalog,
    corridorConfigs: new Map([["be-ma", { ...beMa, amounts: ["200", "500"] }]]),
    corridors: pick(catalog.corridors, ["be-ma:EUR-MAD"]),
    quoteSources: pick(catalog.quoteSources, ["wise", "western-union"]),
    rateSources: pick(catalog.rateSources, ["ecb", "frankfurter"]),
  };
}

/** Sandbox, stores and the workers between them, on real servers and at a fixed moment. */
export async function openStaircase(adapters: Adapters = allAdapters): Promise<Staircase> {
  const clock = createTickingClock();
  const logger = createLogger("test", { level: "silent" });
  const catalog = smallCatalog();
  const database = await freshDatabaseUrl();
  const { url: redis, prefix } = freshRedis();
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
  const http = createHttpClient({
    mode: "simulated",
    version: "test",
    logger,
    clock,
    sandboxUrl: sandbox.url,
    saveSnapshot: (answer) => saveSnapshot(stores.database, answer),
  });
  const common = { mode: "simulated", redisUrl: redis, prefix, clock, logger } as const;
  return {
    catalog,
    stores,
    sandbox,
    visits,
    url: { redis, database },
    prefix,
    startRecorder: () => start(createRecorder({ ...common, databaseUrl: database, metrics: createMetrics() })),
    startCollector: () =>
      start(
        createCollector({
          ...common,
          ...stores,
          catalog,
          adapters,
          openHttp: () => http,
          onVisit: (job) => visits.push(job),
        }),
      ),
    close: async () => {
      for (const part of running.toReversed()) await part.stop();
      await sandbox.stop();
      await stores.close();
    },
  };
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

/** Looks until something is so, for ten seconds at most. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error("it did not come about within ten seconds");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
