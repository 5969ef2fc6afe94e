import type { Logger } from "@openremit/shared/runtime";
import type { createCacheKeys, RateLimits, ResponseCache } from "@openremit/shared/serving";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import type { ApiContext, Route } from "./define-route.ts";
import { mountDocs } from "./docs/mount-docs.ts";
import type { FileRoute } from "./files/define-file-route.ts";
import { mountFileRoute } from "./files/mount-file-route.ts";
import { HttpProblem } from "./problems/http-problem.ts";
import { sendProblem } from "./problems/send-problem.ts";
import { askedOf, setOwnFields } from "./serve/asked.ts";
import { mountRoute } from "./serve/mount-route.ts";
import { setDataFields } from "./serve/security-headers.ts";
import type { StreamRoute } from "./streams/define-stream-route.ts";
import type { FileDoor } from "./streams/file-door.ts";
import { mountStreamRoute } from "./streams/mount-stream-route.ts";
import type { Pace } from "./streams/send-file.ts";

interface AppOptions {
  readonly routes: readonly Route[];
  readonly streamRoutes: readonly StreamRoute[];
  readonly fileRoutes: readonly FileRoute[];
  readonly context: ApiContext;
  readonly cache: ResponseCache;
  readonly cacheKey: ReturnType<typeof createCacheKeys>;
  readonly nowMs: () => number;
  readonly admitFile: FileDoor;
  /** The least at which a file is taken; a usual one unless said. */
  readonly pace: Pace | undefined;
  readonly postLimits: RateLimits;
  readonly entryLimits: RateLimits;
  readonly logger: Logger;
}

/** The router behind the response cache. */
export function createApp({
  routes,
  streamRoutes,
  fileRoutes,
  admitFile,
  pace,
  logger,
  ...mounting
}: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", false);
  app.set("case sensitive routing", true);
  app.set("strict routing", true);
  app.use(writeOwnFields);
  mountDocs(app, mounting.nowMs);
  app.use(setDataFields);
  for (const route of routes) mountRoute(app, route, mounting);
  for (const route of streamRoutes)
    mountStreamRoute(app, route, { context: mounting.context, admitFile, pace, logger });
  for (const route of fileRoutes) mountFileRoute(app, route, mounting.context);
  app.use((request) => {
    throw new HttpProblem(`${request.path} is not an address here. See /docs.`, { code: "not_found" });
  });
  app.use(answerProblem(logger));
  return app;
}

const writeOwnFields: RequestHandler = (request, response, next) => {
  setOwnFields(response, askedOf(request));
  next();
};

/** Express knows an error handler by its four parameters. */
function answerProblem(logger: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const asked = askedOf(request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const status = sendProblem(response, error, asked);
    const about = { err: error, requestId: asked.requestId, route: asked.route };
    if (status === 500) logger.error(about, "request failed");
    if (status === 503) logger.warn(about, "cannot be answered at the moment");
  };
}
