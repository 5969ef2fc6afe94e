import type { RequestListener } from "node:http";
import type { Comparison } from "@openremit/shared/comparison";
import type { Clock, Logger, Part, Registry } from "@openremit/shared/runtime";
import { createCacheKeys, createRateLimits, createResponseCache } from "@openremit/shared/serving";
import { createApp } from "./create-app.ts";
import { createCachedListener } from "./create-cached-listener.ts";
import { buildOpenApiText } from "./openapi/build-openapi.ts";
import { routes } from "./routes/index.ts";
import { createHttpMetrics } from "./serve/http-metrics.ts";

export interface ApiOptions {
  readonly comparison: Comparison;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Registry;
  /** Per client and minute; 600 unless said. */
  readonly requestsPerMinute?: number;
  /** Reverse proxies in front whose X-Forwarded-For is believed; none unless said. */
  readonly proxyHops?: number;
  /** Memory for answers as bytes; 16 MiB unless said. */
  readonly cacheBytes?: number;
}

export interface Api {
  /** For `http.createServer`, or behind another handler on the same port. */
  readonly handler: RequestListener;
  /** Listens for changes while it runs. The comparison is started by whoever composes. */
  readonly part: Part;
}

const usualRequestsPerMinute = 600;
const usualCacheBytes = 16 * 1_024 * 1_024;

/** The HTTP API: response cache in front, Express behind, one file a route. */
export function createApi(options: ApiOptions): Api {
  const { comparison, clock, logger, metrics } = options;
  const cache = createResponseCache(options.cacheBytes ?? usualCacheBytes);
  const cacheKey = createCacheKeys();
  const nowMs = () => clock.now().getTime();
  const openApiText = buildOpenApiText(routes);
  const context = { comparison, metrics, openApiText: () => openApiText };
  const handler = createCachedListener({
    router: createApp({ routes, context, cache, cacheKey, nowMs, logger }),
    cache,
    cacheKey,
    limits: createRateLimits({
      requests: options.requestsPerMinute ?? usualRequestsPerMinute,
      proxyHops: options.proxyHops ?? 0,
    }),
    metrics: createHttpMetrics(metrics, cache),
    logger,
    nowMs,
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
