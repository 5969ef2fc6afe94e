import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "@openremit/shared/runtime";
import type { Request, Response } from "express";
import type { FaultBook } from "./faults.ts";
import { createMarkets } from "./model/market.ts";
import { readBody } from "./read-body.ts";
import type { SimulatedRequest, SimulatedSource } from "./simulated-source.ts";
import { spoilAnswer, staleDays } from "./spoil-answer.ts";

export interface SourceRouteContext {
  readonly sources: ReadonlyMap<string, SimulatedSource>;
  readonly faults: FaultBook;
  readonly seed: string;
  readonly clock: Clock;
  /** Raised when the sandbox stops: slow answers are dropped. */
  readonly stopping: AbortSignal;
}

/** Answers `/<source>/<path of the source>?<query>`. */
export function createSourceRoute({ sources, faults, seed, clock, stopping }: SourceRouteContext) {
  const marketAt = createMarkets(seed);
  return async (request: Request<{ source: string }>, response: Response): Promise<void> => {
    const source = sources.get(request.params.source);
    if (source === undefined) {
      response.status(404).type("text/plain").send("no such simulated source\n");
      return;
    }
    const asked = simulatedRequest(request, source.key);
    if (asked.path === "/robots.txt") {
      response.type("text/plain").send(source.robots);
      return;
    }
    const fault = faults.take(source.key);
    const at = new Date(clock.now().getTime() - (fault?.kind === "stale_date" ? staleDays * 86_400_000 : 0));
    const answer = source.answer(asked, marketAt(at));
    if (answer === null) {
      response.status(404).type("text/plain").send("no such page at this source\n");
      return;
    }
    const { status, contentType, body, retryAfterSeconds, delayMs, location } = spoilAnswer(answer, fault, source);
    if (delayMs > 0 && !(await waited(delayMs, stopping))) return;
    if (retryAfterSeconds !== null) response.set("retry-after", String(retryAfterSeconds));
    if (location !== null) response.set("location", location);
    response.status(status).set("content-type", contentType).end(body);
  };
}

/** The request as the source itself would see it, without our prefix. */
function simulatedRequest(request: Request<{ source: string }>, key: string): SimulatedRequest {
  const { pathname, searchParams } = new URL(request.originalUrl.slice(key.length + 1), "http://source.invalid");
  return {
    method: request.method,
    path: pathname,
    query: searchParams,
    header: (name) => request.get(name),
    body: readBody(request),
  };
}

async function waited(ms: number, stopping: AbortSignal): Promise<boolean> {
  try {
    return await wait(ms, true, { signal: stopping });
  } catch (cause) {
    if (stopping.aborted) return false;
    throw cause;
  }
}
