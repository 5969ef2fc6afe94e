import {
  buildStored,
  type Content,
  type Encoding,
  type RateLimits,
  type ResponseCache,
  sendStored,
  wantedEncoding,
} from "@openremit/shared/serving";
import type { Express, NextFunction, Request, Response } from "express";
import { type ApiContext, isText, type Route, type Uncached } from "../define-route.ts";
import { HttpProblem, tooMany } from "../problems/http-problem.ts";
import { askedOf } from "./asked.ts";
import { keyFor } from "./key-for.ts";
import { mountOtherMethods } from "./other-methods.ts";
import { parseInput } from "./parse-input.ts";
import { parseQuery } from "./parse-query.ts";
import { readJsonBody } from "./read-json-body.ts";
import { takesJson } from "./takes-json.ts";

interface Mounting {
  readonly context: ApiContext;
  readonly cache: ResponseCache;
  readonly cacheKey: (url: string, encoding: Encoding) => string;
  readonly nowMs: () => number;
  /** For what anybody may post, by address. */
  readonly postLimits: RateLimits;
  /** For what is posted with a key, by key. */
  readonly entryLimits: RateLimits;
}

/** Puts a route on the router: validation, handler, answer; and what other methods hear there. */
export function mountRoute(app: Express, route: Route, mounting: Mounting): void {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ":$1");
  app[route.method](path, async (request: Request, response: Response, next: NextFunction) => {
    try {
      await answer(route, request, response, mounting);
    } catch (error) {
      next(error);
    }
  });
  mountOtherMethods(app, path, route);
}

async function answer(route: Route, request: Request, response: Response, mounting: Mounting): Promise<void> {
  const { cache, cacheKey, nowMs, context } = mounting;
  const asked = askedOf(request);
  asked.route = route.path;
  const madeAt = cache.changes();
  if (!isText(route.response)) assertSpeaksJson(request);
  const { key } = asked;
  const admit = async () => {
    const verdict = await (key?.kind === "known" && route.scope !== undefined
      ? mounting.entryLimits(request, nowMs(), `holder ${key.key.holder}`)
      : mounting.postLimits(request, nowMs()));
    response.append("ratelimit", verdict.limit).append("ratelimit-policy", verdict.policy);
    if (!verdict.isAllowed) throw tooMany(verdict);
  };
  const query = parseQuery(asked.search);
  // Nobody's body is read who may not send one.
  if (route.scope !== undefined) keyFor(route.scope, key);
  const body = route.method === "post" ? await readJsonBody(request, response) : undefined;
  const result = await route.answer({ params: request.params, query, body }, parseInput, context, { key, admit });
  if ("status" in result) {
    sendUncached(route, result, response);
    return;
  }
  const stored = await buildStored(route.path, contentOf(route, result.answer), result, request, response);
  cache.put(cacheKey(request.url, wantedEncoding(request)), stored, madeAt);
  sendStored(stored, request, response, asked.ownFields, nowMs());
}

function sendUncached(route: Route, { status, answer: body }: Uncached<unknown>, response: Response): void {
  const { contentType, text } = contentOf(route, body);
  response.status(status);
  response.setHeader("cache-control", "no-store");
  response.setHeader("content-type", contentType);
  response.end(text);
}

function contentOf({ response: kind }: Route, body: unknown): Content {
  if (isText(kind)) return { contentType: kind.contentType, text: String(body) };
  return { contentType: "application/json; charset=utf-8", text: JSON.stringify(body) };
}

function assertSpeaksJson(request: Request): void {
  if (takesJson(request)) return;
  throw new HttpProblem("Accept must allow application/json.", { code: "not_acceptable" });
}
