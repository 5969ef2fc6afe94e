import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createRequestId, type Logger } from "@openremit/shared/runtime";
import type { Admit, createCacheKeys, HttpMetrics, ResponseCache, StoredResponse } from "@openremit/shared/serving";
import { isAddress, sendStored, wantedEncoding } from "@openremit/shared/serving";
import { HttpProblem, overloaded, tooMany } from "./problems/http-problem.ts";
import { keyRefused } from "./problems/key-problems.ts";
import { sendProblem } from "./problems/send-problem.ts";
import { type Asked, rememberAsked, setOwnFields } from "./serve/asked.ts";
import { type Admission, type createDoor, machinery } from "./serve/door.ts";
import { setDataFields } from "./serve/security-headers.ts";
import { takesJson } from "./serve/takes-json.ts";
import { uncounted } from "./serve/uncounted.ts";

interface ListenerOptions {
  readonly router: RequestListener;
  readonly cache: ResponseCache;
  readonly cacheKey: ReturnType<typeof createCacheKeys>;
  readonly door: ReturnType<typeof createDoor>;
  readonly admit: Admit;
  readonly metrics: HttpMetrics;
  readonly logger: Logger;
  readonly nowMs: () => number;
  /** Paths that are posted to: a body is theirs to judge. */
  readonly postPaths: ReadonlySet<string>;
}

/** Far beyond any question that makes sense. */
const longestUrl = 2_048;

/**
 * What every request passes before the router: an id, the limits, and the response cache, which answers repeated
 * questions with the stored bytes, also while there is no room for new ones. Express alone would cost five times all of it.
 */
export function createCachedListener({
  router,
  cache,
  cacheKey,
  door,
  admit,
  metrics,
  logger,
  nowMs,
  postPaths,
}: ListenerOptions): RequestListener {
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      logger.error({ err: error }, "request failed before the router");
      response.destroy();
    });
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedMs = performance.now();
    const url = request.url ?? "/";
    const queryAt = url.indexOf("?");
    const path = queryAt === -1 ? url : url.slice(0, queryAt);
    const { verdict, key } = uncounted.has(path) ? machinery : await door(request, nowMs());
    const requestId = createRequestId();
    const ownFields = ["x-request-id", requestId];
    if (verdict) ownFields.push("ratelimit", verdict.limit, "ratelimit-policy", verdict.policy);
    const search = queryAt === -1 ? "" : url.slice(queryAt + 1);
    const asked: Asked = {
      requestId,
      path: url.length > longestUrl || !isAddress(url) ? "" : path,
      search,
      startedMs,
      ownFields,
      key,
      route: "none",
    };
    const isWelcome = verdict?.isAllowed === true && key?.kind !== "refused";
    const stored = isWelcome ? findStored(request, url) : null;
    if (stored !== null) {
      const status = sendStored(stored, request, response, ownFields, nowMs());
      metrics.count(stored.route, methodOf(request), status, true, performance.now() - startedMs);
      return;
    }
    rememberAsked(request, asked);
    response.on("close", () => tell(asked, request, response));
    const takesBody = request.method === "POST" && postPaths.has(path);
    const refusal =
      refusalOf(url, { verdict, key }, hasBody(request) && !takesBody) ??
      (verdict === null || (await admit(response)) ? null : overloaded());
    if (refusal === null) return router(request, response);
    setOwnFields(response, asked);
    request.resume();
    setDataFields(request, response, () => sendProblem(response, refusal, asked));
  }

  function findStored(request: IncomingMessage, url: string): StoredResponse | null {
    const { method } = request;
    if ((method !== "GET" && method !== "HEAD") || url.length > longestUrl || hasBody(request)) return null;
    if (!takesJson(request)) return null;
    return cache.get(cacheKey(url, wantedEncoding(request)), nowMs());
  }

  function tell(asked: Asked, request: IncomingMessage, response: ServerResponse): void {
    const durationMs = performance.now() - asked.startedMs;
    const status = response.writableFinished ? response.statusCode : 499;
    metrics.count(asked.route, methodOf(request), status, false, durationMs);
    logger.debug({ requestId: asked.requestId, route: asked.route, status, durationMs }, "answered");
  }
}

function refusalOf(url: string, { verdict, key }: Admission, hasUnwantedBody: boolean): HttpProblem | null {
  if (verdict !== null && !verdict.isAllowed) return tooMany(verdict);
  if (key?.kind === "refused") return keyRefused(key.why);
  if (!isAddress(url)) return new HttpProblem("The address starts with a slash.", { code: "malformed_request" });
  if (url.length > longestUrl) return new HttpProblem(`At most ${longestUrl} characters.`, { code: "uri_too_long" });
  if (hasUnwantedBody) {
    return new HttpProblem("Everything is asked in the address.", {
      code: "body_not_allowed",
      headers: { connection: "close" },
    });
  }
  return null;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";
}

/** Few values, whatever is sent. */
function methodOf({ method }: IncomingMessage): string {
  return method === "GET" || method === "HEAD" || method === "POST" ? method : "other";
}
