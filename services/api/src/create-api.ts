import type { RequestListener } from "node:http";
import type { Comparison, VisitDesk } from "@openremit/shared/comparison";
import type { Clock, Logger, Part, Registry, Tracer } from "@openremit/shared/runtime";
import {
  createCacheKeys,
  createHttpMetrics,
  createRateLimits,
  createResponseCache,
  createShedding,
  type LimitStore,
  type RateLimitOptions,
  type SheddingOptions,
} from "@openremit/shared/serving";
import type { KeyRing, ReaderDesk } from "@openremit/shared/storage";
import { createApp } from "./create-app.ts";
import { createCachedListener } from "./create-cached-listener.ts";
import { buildOpenApiText } from "./openapi/build-openapi.ts";
import { fileRoutes, routes, streamRoutes } from "./routes/index.ts";
import { createDataMetrics } from "./serve/data-metrics.ts";
import { createDoor } from "./serve/door.ts";
import { createFileDoor } from "./streams/file-door.ts";
import { createPlaces } from "./streams/places.ts";
import type { Pace } from "./streams/send-file.ts";

export interface ApiOptions {
  readonly comparison: Comparison;
  /** Where reports of wrong prices go. */
  readonly desk: ReaderDesk;
  /** Where visits to shops go. */
  readonly visitDesk: VisitDesk;
  /** Tells right keys from wrong ones. */
  readonly keyRing: KeyRing;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Registry;
  /** Where answers are traced; nowhere unless said. */
  readonly tracer?: Tracer;
  /** Per client and minute; 600 unless said. */
  readonly requestsPerMinute?: number;
  /** Per key with the scope read:bulk and minute; ten times as many as others unless said. */
  readonly bulkRequestsPerMinute?: number;
  /** Reports per client and hour; 10 unless said. */
  readonly reportsPerHour?: number;
  /** Exports per client and hour; 60 unless said, ten times as many with the scope read:bulk. */
  readonly exportsPerHour?: number;
  /** Where all processes count together what readers ask; each for itself unless said. */
  readonly limitStore?: LimitStore;
  /** Reverse proxies in front whose X-Forwarded-For is believed; none unless said. */
  readonly proxyHops?: number;
  /** Memory for answers as bytes; 16 MiB unless said. */
  readonly cacheBytes?: number;
  /** When answers are refused because too much is asked at once. */
  readonly shedding?: SheddingOptions;
  /** Exports on their way at one time; 3 unless said. Each holds a connection to PostgreSQL. */
  readonly exportsAtOnce?: number;
  /** The least at which a reader takes an export; 256 KB in two minutes unless said. */
  readonly exportPace?: Pace;
}

export interface Api {
  /** For `http.createServer`, or behind another handler on the same port. */
  readonly handler: RequestListener;
  /** Listens for changes while it runs. The comparison is started by whoever composes. */
  readonly part: Part;
}

const usualRequestsPerMinute = 600;
/** Nobody meets more wrong prices in an hour. */
const usualReportsPerHour = 10;
/** Everything that can be exported, in every form, with some to spare; a script that asks each minute is stopped. */
const usualExportsPerHour = 60;
/** A day's round through the shops of a quarter, typed in at the evening. */
const entriesPerHour = 300;
/** A holder is looked up every few seconds; this is room for many behind one address, and little for guessing. */
const keyChecksPerMinute = 120;
const usualExportsAtOnce = 3;
const usualCacheBytes = 16 * 1_024 * 1_024;

/** The HTTP API: response cache in front, Express behind, one file a route. */
export function createApi(options: ApiOptions): Api {
  const { comparison, desk, visitDesk, clock, logger, metrics, proxyHops = 0 } = options;
  const cache = createResponseCache(options.cacheBytes ?? usualCacheBytes);
  const cacheKey = createCacheKeys();
  const nowMs = () => clock.now().getTime();
  const openApiText = buildOpenApiText({ routes, streamRoutes, fileRoutes });
  const context = { comparison, desk, visitDesk, now: () => clock.now(), metrics, openApiText: () => openApiText };
  const limitsOf = (limit: Pick<RateLimitOptions, "requests" | "policy" | "windowSeconds" | "counting">) =>
    createRateLimits({ ...limit, proxyHops, store: options.limitStore, service: "api" });
  const anHour = { windowSeconds: 3_600 };
  const postLimits = limitsOf({
    requests: options.reportsPerHour ?? usualReportsPerHour,
    policy: "reporting",
    ...anHour,
  });
  const entryLimits = limitsOf({ requests: entriesPerHour, policy: "entering", ...anHour });
  const exportsPerHour = options.exportsPerHour ?? usualExportsPerHour;
  const requests = options.requestsPerMinute ?? usualRequestsPerMinute;
  const bulkRequests = options.bulkRequestsPerMinute ?? requests * 10;
  const door = createDoor({
    limits: limitsOf({ requests, counting: "soon" }),
    bulkLimits: limitsOf({ requests: bulkRequests, policy: "bulk", counting: "soon" }),
    checkLimits: limitsOf({ requests: keyChecksPerMinute, policy: "keys" }),
    keyRing: options.keyRing,
  });
  createDataMetrics(metrics, comparison, logger);
  const admitFile = createFileDoor({
    limits: limitsOf({ requests: exportsPerHour, policy: "exporting", ...anHour }),
    bulkLimits: limitsOf({ requests: exportsPerHour * 10, policy: "bulk-exporting", ...anHour }),
    places: createPlaces(options.exportsAtOnce ?? usualExportsAtOnce),
    nowMs,
  });
  const handler = createCachedListener({
    router: createApp({
      routes,
      streamRoutes,
      fileRoutes,
      admitFile,
      pace: options.exportPace,
      context,
      cache,
      cacheKey,
      nowMs,
      postLimits,
      entryLimits,
      logger,
    }),
    cache,
    cacheKey,
    door,
    admit: createShedding(options.shedding),
    metrics: createHttpMetrics(metrics, cache, options.tracer),
    logger,
    nowMs,
    postPaths: new Set(routes.filter(({ method }) => method === "post").map(({ path }) => path)),
  });
  let stopListening: (() => void) | null = null;
  return {
    handler,
    part: {
      name: "api",
      async start() {
        stopListening = comparison.onChange((change) => cache.invalidate(change));
      },
      async stop() {
        stopListening?.();
      },
    },
  };
}
