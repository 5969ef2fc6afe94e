import type { Express, NextFunction, Request, Response } from "express";
import { type ApiContext, isText, type Route } from "../define-route.ts";
import { HttpProblem } from "../problems/http-problem.ts";
import { askedOf } from "./asked.ts";
import { chooseEncoding } from "./encodings.ts";
import { parseInput } from "./parse-input.ts";
import { parseQuery } from "./parse-query.ts";
import { buildStored, sendStored } from "./respond.ts";
import type { ResponseCache } from "./response-cache.ts";

interface Mounting {
  readonly context: ApiContext;
  readonly cache: ResponseCache;
  readonly cacheKey: (url: string, encoding: ReturnType<typeof chooseEncoding>) => string;
  readonly nowMs: () => number;
}

/** Puts a route on the router: validation, handler, answer; and 405 for every other method of its path. */
export function mountRoute(app: Express, route: Route, mounting: Mounting): void {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ":$1");
  app.get(path, async (request: Request, response: Response, next: NextFunction) => {
    try {
      await answer(route, request, response, mounting);
    } catch (error) {
      next(error);
    }
  });
  app.all(path, (request) => {
    askedOf(request).route = route.path;
    throw new HttpProblem(`${request.method} is not answered here.`, {
      code: "method_not_allowed",
      headers: { allow: "GET, HEAD" },
    });
  });
}

async function answer(route: Route, request: Request, response: Response, mounting: Mounting): Promise<void> {
  const { cache, cacheKey, nowMs, context } = mounting;
  const asked = askedOf(request);
  asked.route = route.path;
  const madeAt = cache.changes();
  if (!isText(route.response)) assertSpeaksJson(request);
  const result = await route.answer({ params: request.params, query: parseQuery(asked.search) }, parseInput, context);
  if ("status" in result) {
    sendUncached(route, result, response);
    return;
  }
  const stored = await buildStored(route.path, result, request, response);
  const key = cacheKey(request.url, chooseEncoding(headerText(request.headers["accept-encoding"])));
  cache.put(key, stored, madeAt);
  sendStored(stored, request, response, asked.ownFields, nowMs());
}

function sendUncached(
  { response: kind }: Route,
  { status, answer: body }: { status: number; answer: unknown },
  response: Response,
): void {
  response.status(status);
  response.setHeader("cache-control", "no-store");
  response.setHeader("content-type", isText(kind) ? kind.contentType : "application/json; charset=utf-8");
  response.end(isText(kind) ? String(body) : JSON.stringify(body));
}

function assertSpeaksJson(request: Request): void {
  if (request.accepts(["application/json", "application/problem+json"]) !== false) return;
  throw new HttpProblem("Accept must allow application/json.", { code: "not_acceptable" });
}

function headerText(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(",") : header;
}
