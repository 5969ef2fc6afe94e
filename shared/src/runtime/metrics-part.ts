import type { RequestListener } from "node:http";
import type { Part } from "./lifecycle.ts";
import { createListenerPart } from "./listen.ts";
import type { Logger } from "./logger.ts";
import type { Registry } from "./metrics.ts";

/** As the environment says it. */
export interface MetricsPlace {
  /** Not served unless set. */
  readonly METRICS_PORT?: number | undefined;
  readonly METRICS_HOST: string;
}

/** `/metrics` and `/healthz` of a process that has no readers: Prometheus and whoever restarts it ask there. */
export function createMetricsPart(registry: Registry, place: MetricsPlace, logger: Logger): Part {
  const { METRICS_PORT: port, METRICS_HOST: host } = place;
  if (port === undefined) return { name: "metrics", start: async () => undefined, stop: async () => undefined };
  const listener = createMetricsListener(registry, logger);
  return {
    ...createListenerPart(listener, { host, port, variables: { port: "METRICS_PORT", host: "METRICS_HOST" } }, (url) =>
      logger.info({ url }, "figures at /metrics"),
    ),
    name: "metrics",
  };
}

function createMetricsListener(registry: Registry, logger: Logger): RequestListener {
  return (request, response) => {
    const answer = (status: number, contentType: string, body: string) => {
      response.writeHead(status, { "content-type": contentType, "cache-control": "no-store" }).end(body);
    };
    const [path] = (request.url ?? "").split("?");
    if (path === "/healthz") return answer(200, "application/json", '{"status":"alive"}\n');
    if (path !== "/metrics") return answer(404, "text/plain", "/metrics and /healthz are here\n");
    registry.metrics().then(
      (text) => answer(200, registry.contentType, text),
      (error: unknown) => {
        logger.error({ err: error }, "the figures could not be gathered");
        answer(500, "text/plain", "the figures could not be gathered\n");
      },
    );
    return undefined;
  };
}
