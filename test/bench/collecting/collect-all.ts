import { allAdapters, createCollector } from "@openremit/collector";
import type { Catalog } from "@openremit/shared/catalog";
import type { RecordJob } from "@openremit/shared/contracts";
import { createHttpClient, type PlannedRequest, type SourceAccess } from "@openremit/shared/http";
import { createLogger, systemClock } from "@openremit/shared/runtime";
import { createSnapshotKeeper, type Stores } from "@openremit/shared/storage";

export interface Call {
  readonly source: SourceAccess;
  readonly request: PlannedRequest;
}

export interface Place {
  readonly catalog: Catalog;
  readonly stores: Stores;
  readonly redisUrl: string;
  readonly prefix: string;
  readonly sandboxUrl: string;
}

export interface Collection {
  readonly visits: readonly RecordJob[];
  /** In the order in which they were asked; each source's robots.txt, which is asked once, is not among them. */
  readonly calls: readonly Call[];
  /** From an empty Redis, with nothing scheduled, until the last visit is in the recorder's queue. */
  readonly seconds: number;
  /** Of that, until the first visit was. */
  readonly secondsToFirst: number;
}

/** Everything config wants collected, once, by the real collector. */
export async function collectAll({ catalog, stores, redisUrl, prefix, sandboxUrl }: Place): Promise<Collection> {
  const calls: Call[] = [];
  const visits: RecordJob[] = [];
  const shared = { mode: "simulated", clock: systemClock, logger: createLogger("bench", { level: "warn" }) } as const;
  const http = createHttpClient({
    ...shared,
    version: "bench",
    sandboxUrl,
    saveSnapshot: createSnapshotKeeper(stores.database),
  });
  let [firstAt, hearAll]: [number | null, () => void] = [null, () => undefined];
  const all = new Promise<void>((resolve) => {
    hearAll = resolve;
  });
  const collector = createCollector({
    ...shared,
    ...stores,
    catalog,
    redisUrl,
    prefix,
    adapters: allAdapters,
    openHttp: () => ({
      close: http.close,
      fetchAnswer(source, request) {
        calls.push({ source, request });
        return http.fetchAnswer(source, request);
      },
    }),
    onVisit(job) {
      firstAt ??= performance.now();
      if (visits.push(job) === collector.tasks.length) hearAll();
    },
  });
  const startedAt = performance.now();
  await collector.start();
  await all;
  const endedAt = performance.now();
  await collector.stop();
  const secondsToFirst = ((firstAt ?? endedAt) - startedAt) / 1_000;
  return { visits, calls, seconds: (endedAt - startedAt) / 1_000, secondsToFirst };
}
