import { DiagLogLevel, diag, type HrTime, ROOT_CONTEXT, SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { Logger } from "./logger.ts";
import type { Span, Tracing } from "./tracer.ts";
import { version } from "./version.ts";
import { within } from "./within.ts";

/** A collector that is away holds up no stop for longer, and no answer at all. */
const sendDeadlineMs = 1_500;

const kinds: Readonly<Record<Span["kind"], SpanKind>> = { answer: SpanKind.SERVER, work: SpanKind.INTERNAL };

/**
 * Spans of our own making, sent in batches. Libraries are not instrumented: their spans name addresses, queries and keys.
 * Nor is the trace of whoever asks carried on. The resource is named in full, since a detected one tells of the machine.
 */
export function openOtlpTracing(service: string, endpoint: string, logger: Logger): Tracing {
  const warn = (problem: string) => logger.warn({ problem }, "traces could not be sent");
  const quiet = () => undefined;
  diag.setLogger(
    { error: warn, warn, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, "")}/v1/traces`,
    timeoutMillis: sendDeadlineMs,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": service, "service.version": version }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const spans = provider.getTracer("openremit", version);
  return {
    tracer: {
      tell({ name, kind, durationMs, attributes, hasFailed }) {
        const endedMs = performance.timeOrigin + performance.now();
        const options = { kind: kinds[kind], attributes, startTime: hrTime(endedMs - Math.max(0, durationMs)) };
        const span = spans.startSpan(name, options, ROOT_CONTEXT);
        if (hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end(hrTime(endedMs));
      },
    },
    part: {
      name: "traces",
      start: async () => undefined,
      async stop() {
        try {
          if (!(await within(sendDeadlineMs, provider.shutdown()))) warn("no answer before the stop");
        } catch (error) {
          logger.warn({ err: error }, "traces could not be sent");
        }
      },
    },
  };
}

/** Seconds and nanoseconds of a moment in milliseconds. */
function hrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1_000);
  return [seconds, Math.floor((ms - seconds * 1_000) * 1_000_000)];
}
