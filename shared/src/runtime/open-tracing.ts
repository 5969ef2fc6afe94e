import type { Logger } from "./logger.ts";
import { noTracer, type Tracing } from "./tracer.ts";

/** As the environment says it. */
export interface TracingPlace {
  /** Nothing is traced unless set. */
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
}

/** Traces go to an OTLP collector where one is named. Where none is, no SDK is loaded. */
export async function openTracing(service: string, place: TracingPlace, logger: Logger): Promise<Tracing> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = place;
  if (endpoint === undefined) {
    return { tracer: noTracer, part: { name: "traces", start: async () => undefined, stop: async () => undefined } };
  }
  const { openOtlpTracing } = await import("./otlp-tracing.ts");
  return openOtlpTracing(service, endpoint, logger);
}
