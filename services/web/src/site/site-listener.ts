import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Logger } from "@openremit/shared/runtime";
import {
  type Admit,
  type HttpMetrics,
  isAddress,
  type RateLimits,
  type RateVerdict,
  type ResponseCache,
  sendStored,
  shedRetryAfterSeconds,
} from "@openremit/shared/serving";
import type { Assets } from "../assets/assets.ts";
import { setEmbedFields } from "../embed/embed-headers.ts";
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
    if (url.length > longestUrl) return refuse(request, response, 414, "This address is too long.");
    if (!isAddress(url)) return refuse(request, response, 400, "This is no address of ours.");
    if (await sendAsset(url, request, response)) return;
    const verdict = await limits(request, nowMs());
    if (!verdict.isAllowed) {
      sayLimit(response, verdict);
      response.setHeader("retry-after", String(verdict.retryAfterSeconds));
      const words = `Too many questions. Please try again in ${verdict.retryAfterSeconds} seconds.`;
      return refuse(request, response, 429, words);
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
    if (await admit(response)) return router(request, response);
    response.setHeader("retry-after", String(shedRetryAfterSeconds));
    refuse(request, response, 503, `Everybody asks at once. Please try again in ${shedRetryAfterSeconds} seconds.`);
  }
}

/** Few values, whatever is sent. */
function methodOf({ method }: IncomingMessage): string {
  return method === "GET" || method === "HEAD" || method === "POST" ? method : "other";
}

function sayLimit(response: ServerResponse, { limit, policy }: RateVerdict): void {
  response.setHeader("ratelimit", limit).setHeader("ratelimit-policy", policy);
}

/** Words alone, the same for a page and for what other people's pages show: these may frame and read them. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, words: string): void {
  setEmbedFields(request, response, () => {
    response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
    response.end(`${words}\n`);
  });
}
