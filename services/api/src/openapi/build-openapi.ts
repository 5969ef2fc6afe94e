import { OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { problem } from "@openremit/shared/contracts";
import { z } from "zod";
import { isText, type Route } from "../define-route.ts";
import type { StreamRoute } from "../streams/define-stream-route.ts";

const about = {
  title: "OpenRemit",
  version: "1.0.0",
  description:
    "What it costs to send money home: fee and exchange-rate margin together. All figures are decimal strings; percentages end in `Pct`; times are UTC. Reading needs no key. Fields may be added, never changed or removed, within v1.",
  license: { name: "MIT", identifier: "MIT" },
};

const refusals: Readonly<Record<number, string>> = {
  400: "The question cannot be understood: each wrong parameter is named",
  404: "Not covered",
  406: "Accept does not allow JSON",
  413: "The body is too large",
  415: "The body is not JSON",
  429: "Too many requests; Retry-After says when to come back",
  503: "Cannot be answered at the moment",
};

/** OpenAPI 3.1 out of the schemas that validate: the same text every time. */
export function buildOpenApiText(routes: readonly Route[], streamRoutes: readonly StreamRoute[]): string {
  const registry = new OpenAPIRegistry();
  for (const route of routes) registry.registerPath(pathOf(route, contentOf(route)));
  for (const route of streamRoutes) registry.registerPath(pathOf(route, fileContentOf(route)));
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: about,
    servers: [{ url: "/" }],
    tags: [
      { name: "prices", description: "What a transfer costs, now and then" },
      { name: "rates", description: "The mid-market rates costs are measured against" },
      { name: "directory", description: "Who moves money, and where prices are learnt" },
      { name: "reports", description: "What readers saw elsewhere" },
      { name: "survey", description: "History of the World Bank's survey, with its statistics" },
      { name: "data", description: "Whole datasets as files, for people who work with figures" },
      { name: "service", description: "For machinery" },
    ],
  });
  return `${JSON.stringify(document, null, 2)}\n`;
}

function contentOf({ response, summary }: Route) {
  if (!isText(response)) return { description: summary, content: { "application/json": { schema: response } } };
  const name = contentName(response.contentType);
  const schema = name === "application/json" ? z.record(z.string(), z.unknown()) : z.string();
  return { description: response.description, content: { [name]: { schema } } };
}

function fileContentOf({ contentTypes, summary }: StreamRoute) {
  const file = { schema: z.string().meta({ format: "binary" }) };
  return {
    description: `${summary}. Trailing header X-Checksum-SHA256: the hash of the whole file.`,
    content: Object.fromEntries(contentTypes.map((contentType) => [contentName(contentType), file])),
  };
}

function pathOf(route: Route | StreamRoute, content: ReturnType<typeof contentOf>) {
  const { method, path, tag, summary, description, request } = route;
  const isPosted = method === "post";
  const statuses = Object.entries(refusals).filter(([status]) => {
    if (status === "404") return isPosted || path.includes("{");
    if (status === "406") return "answer" in route;
    return isPosted || (status !== "413" && status !== "415");
  });
  const refused = statuses.map(([status, text]) => [
    status,
    { description: text, content: { "application/problem+json": { schema: problem } } },
  ]);
  const ready = path === "/readyz" ? { 503: { ...content, description: "A part is missing" } } : {};
  return {
    method,
    path,
    tags: [tag],
    summary,
    description,
    operationId: operationId(path),
    request: {
      ...(request.params instanceof z.ZodObject ? { params: request.params } : {}),
      ...(request.query instanceof z.ZodObject ? { query: request.query } : {}),
      ...(request.body === undefined
        ? {}
        : { body: { required: true, content: { "application/json": { schema: request.body } } } }),
    },
    responses: { [isPosted ? 201 : 200]: content, ...(tag === "service" ? {} : Object.fromEntries(refused)), ...ready },
  };
}

function contentName(contentType: string): string {
  return contentType.split(";")[0] ?? contentType;
}

/** `/v1/corridors/{id}/offers` → `corridors_id_offers`. */
function operationId(path: string): string {
  return path
    .replace(/^\/(v1\/)?/, "")
    .replaceAll(/[^A-Za-z]+/g, "_")
    .replace(/^_|_$/g, "");
}
