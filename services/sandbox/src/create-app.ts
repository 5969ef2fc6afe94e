import { InputError } from "@openremit/shared/domain";
import type { Logger } from "@openremit/shared/runtime";
import express, { type ErrorRequestHandler, type Express } from "express";
import { createFaultRoutes } from "./fault-routes.ts";
import { buildIndexPage } from "./index-page.ts";
import { createSourceRoute, type SourceRouteContext } from "./source-route.ts";

/** The sandbox's routes. Whatever they answer says that it is simulated. */
export function createApp(context: SourceRouteContext, logger: Logger | undefined): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.use((_request, response, next) => {
    response.set("x-simulated", "true");
    next();
  });
  app.use(express.text({ type: () => true, limit: "256kb" }));
  app.get("/", (_request, response) => {
    response.type("text/html").send(buildIndexPage([...context.sources.keys()], context.seed));
  });
  app.use("/_faults", createFaultRoutes(context.faults));
  app.all("/:source{/*path}", createSourceRoute(context));
  app.use((_request, response) => {
    response.status(404).type("text/plain").send("no such simulated source\n");
  });
  app.use(errorHandler(logger));
  return app;
}

function errorHandler(logger: Logger | undefined): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const isInput = error instanceof InputError;
    if (!isInput) logger?.error({ err: error, url: request.originalUrl }, "the sandbox failed to answer");
    response.status(isInput ? 400 : 500).json({ message: isInput ? error.message : "the sandbox failed to answer" });
  };
}
