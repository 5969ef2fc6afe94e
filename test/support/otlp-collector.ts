import { createServer } from "node:http";
import { serveListener } from "./serve-listener.ts";

interface Value {
  readonly stringValue?: string;
  readonly intValue?: number;
  readonly doubleValue?: number;
}

interface OtlpSpan {
  readonly traceId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Value }[];
  readonly status: { readonly code: number };
}

interface Posted {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: OtlpSpan["attributes"] };
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
  }[];
}

export interface OtlpCollector {
  readonly origin: string;
  /** Every request as it came: address, headers and body. */
  readonly received: readonly { readonly url: string; readonly headers: string; readonly body: string }[];
  spans(): readonly OtlpSpan[];
  resources(): readonly OtlpSpan["attributes"][];
  close(): void;
}

/** What an OpenTelemetry collector is to us: something that takes JSON over HTTP. */
export async function startOtlpCollector(): Promise<OtlpCollector> {
  const received: { url: string; headers: string; body: string }[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const body = Buffer.concat(pieces).toString("utf8");
      received.push({ url: request.url ?? "", headers: JSON.stringify(request.headers), body });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  const { origin, close } = await serveListener(server);
  const resourceSpans = () => received.flatMap(({ body }) => (JSON.parse(body) as Posted).resourceSpans);
  return {
    origin,
    received,
    spans: () => resourceSpans().flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    resources: () => resourceSpans().map(({ resource }) => resource.attributes),
    close,
  };
}

/** Its attributes as one object. */
export function attributesOf({
  attributes,
}: Pick<OtlpSpan, "attributes">): Record<string, string | number | undefined> {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue ?? value.doubleValue]),
  );
}
