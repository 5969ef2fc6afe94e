import { Counter, Gauge, Histogram, noTracer, type Registry, type Span, type Tracer } from "../runtime/index.ts";
import type { ResponseCache } from "./response-cache.ts";

/** From a cached answer to a year of history. */
const buckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export type HttpMetrics = ReturnType<typeof createHttpMetrics>;

/** Counts and traces by route template, never by address: what was asked is nobody's business. */
export function createHttpMetrics(registry: Registry, cache: ResponseCache, tracer: Tracer = noTracer) {
  const registers = [registry];
  const requests = new Counter({
    name: "openremit_http_requests_total",
    help: "Answered requests by route template, method, status and whether they came from the response cache.",
    labelNames: ["route", "method", "status", "cache"] as const,
    registers,
  });
  const seconds = new Histogram({
    name: "openremit_http_request_duration_seconds",
    help: "Time to answer, by route template.",
    labelNames: ["route"] as const,
    buckets,
    registers,
  });
  new Gauge({
    name: "openremit_http_cache_bytes",
    help: "Bytes held by the response cache.",
    registers,
    collect() {
      this.set(cache.size().bytes);
    },
  });
  const counters = new Map<string, { inc(): void }>();
  const timers = new Map<string, { observe(value: number): void }>();

  return {
    /** @param route the template, or `none` where no route was found; `site` for every page of the site. */
    count(route: string, method: string, status: number, fromCache: boolean, durationMs: number): void {
      const key = `${route} ${method} ${status} ${fromCache}`;
      let counter = counters.get(key);
      if (counter === undefined) {
        counter = requests.labels(route, method, String(status), fromCache ? "hit" : "miss");
        counters.set(key, counter);
      }
      let timer = timers.get(route);
      if (timer === undefined) {
        timer = seconds.labels(route);
        timers.set(route, timer);
      }
      counter.inc();
      timer.observe(durationMs / 1_000);
      if (tracer !== noTracer) tracer.tell(spanOf(route, method, status, fromCache, durationMs));
    },
  };
}

function spanOf(route: string, method: string, status: number, fromCache: boolean, durationMs: number): Span {
  return {
    name: route,
    kind: "answer",
    durationMs,
    attributes: {
      "http.request.method": method,
      "http.route": route,
      "http.response.status_code": status,
      "openremit.cache": fromCache ? "hit" : "miss",
    },
    hasFailed: status >= 500,
  };
}
