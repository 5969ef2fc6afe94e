import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "@openremit/shared/runtime";
import {
  type Admit,
  type HttpMetrics,
  type RateLimits,
  type RateVerdict,
  type ResponseCache,
  sendStored,
  shedRetryAfterSeconds,
} from "@openremit/shared/serving";
import type { Assets } from "../assets/assets.ts";
import { createAssetSender } from "./send-asset.ts";

interface ListenerOptions {
  readonly router: RequestListener;
  readonly assets: Assets;
  readonly cache: ResponseCache;
  readonly cacheKey: (request: IncomingMessage) => string;
  readonly limits: RateLimits;
  readonly admit: Admit;
  /** Nothing is counted without. */
  readonly metrics: HttpMetrics | undefined;
  readonly logger: Logger;
  readonly nowMs: () => number;
}

/** Far beyond any address of ours. */
const longestUrl = 2_048;

/** What every request passes before the router: limits, assets, pages that were made before, and whether there is room. */
export function createSiteListener(options: ListenerOptions): RequestListener {
  const { router, cache, cacheKey, limits, admit, metrics, logger, nowMs } = options;
  const sendAsset = createAssetSender(options.assets);
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      logger.error({ err: error }, "a request failed before the router");
      response.destroy();
    });
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedMs = performance.now();
    let isStored = false;
    response.on("close", () => {
      const status = response.writableFinished ? response.statusCode : 499;
      metrics?.count("site", methodOf(request), status, isStored, performance.now() - startedMs);
    });
    const url = request.url ?? "/";
    if (url.length > longestUrl) return refuse(response, 414, "This address is too long.");
    if (await sendAsset(url, request, response)) return;
    const verdict = await limits(request, nowMs());
    if (!verdict.isAllowed) {
      sayLimit(response, verdict);
      response.setHeader("retry-after", String(verdict.retryAfterSeconds));
      return refuse(response, 429, `Too many questions. Please try again in ${verdict.retryAfterSeconds} seconds.`);
    }
    const isReading = request.method === "GET" || request.method === "HEAD";
    const stored = isReading ? cache.get(cacheKey(request), nowMs()) : null;
    isStored = stored !== null;
    if (stored !== null) {
      const own = ["ratelimit", verdict.limit, "ratelimit-policy", verdict.policy];
      sendStored(stored, request, response, own, nowMs());
      return;
    }
    sayLimit(response, verdict);
    if (admit(response)) return router(request, response);
    response.setHeader("retry-after", String(shedRetryAfterSeconds));
    refuse(response, 503, `Everybody asks at once. Please try again in ${shedRetryAfterSeconds} seconds.`);
  }
}

/** Few values, whatever is sent. */
function methodOf({ method }: IncomingMessage): string {
  return method === "GET" || method === "HEAD" || method === "POST" ? method : "other";
}

function sayLimit(response: ServerResponse, { limit, policy }: RateVerdict): void {
  response.setHeader("ratelimit", limit).setHeader("ratelimit-policy", policy);
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(`${words}\n`);
}
