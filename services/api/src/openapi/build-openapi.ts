import { OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { problem } from "@openremit/shared/contracts";
import { z } from "zod";
import { isText, type Route } from "../define-route.ts";
import type { FileRoute } from "../files/define-file-route.ts";
import { uncounted } from "../serve/uncounted.ts";
import type { StreamRoute } from "../streams/define-stream-route.ts";

const about = {
  title: "OpenRemit",
  version: "1.0.0",
  description:
    "What it costs to send money home: fee and exchange-rate margin together. All figures are decimal strings; percentages end in `Pct`; times are UTC. Reading needs no key; one raises the limit. Fields may be added, never changed or removed, within v1.",
  license: { name: "MIT", identifier: "MIT" },
};

const refusals: Readonly<Record<number, string>> = {
  400: "The question cannot be understood: each wrong parameter is named",
  401: "The key is not accepted; WWW-Authenticate says why",
  403: "The key lacks the scope",
  404: "Not covered",
  406: "Accept does not allow JSON",
  412: "The file has another ETag",
  413: "The body is too large",
  415: "The body is not JSON",
  416: "The file has no such part",
  429: "Too many requests; Retry-After says when to come back",
  503: "Cannot be answered at the moment",
};

interface AllRoutes {
  readonly routes: readonly Route[];
  readonly streamRoutes: readonly StreamRoute[];
  readonly fileRoutes: readonly FileRoute[];
}

/** OpenAPI 3.1 out of the schemas that validate: the same text every time. */
export function buildOpenApiText({ routes, streamRoutes, fileRoutes }: AllRoutes): string {
  const registry = new OpenAPIRegistry();
  for (const route of routes) registry.registerPath(pathOf(route, contentOf(route)));
  for (const route of streamRoutes) registry.registerPath(pathOf(route, fileContentOf(route)));
  for (const route of fileRoutes) registry.registerPath(pathOf(route, standingContent));
  registry.registerComponent("securitySchemes", "key", {
    type: "http",
    scheme: "bearer",
    description: "A key `orm_…_…` that the operator made. Without one everything can be read, at the reader's limit.",
  });
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

const file = { schema: z.string().meta({ format: "binary" }) };
/** Of any media type: the manifest of a release names them. */
const standingContent = { description: "The file as it stands; its ETag is its SHA-256", content: { "*/*": file } };

function fileContentOf({ contentTypes, summary }: StreamRoute) {
  return {
    description: `${summary}. Trailing header X-Checksum-SHA256: the hash of the whole file.`,
    content: Object.fromEntries(contentTypes.map((contentType) => [contentName(contentType), file])),
  };
}

function pathOf(route: Route | StreamRoute | FileRoute, content: ReturnType<typeof contentOf>) {
  const { method, path, tag, summary, description, request } = route;
  const isPosted = method === "post";
  const isStanding = "find" in route;
  const statuses = Object.entries(refusals).filter(([status]) => {
    if (status === "403") return route.scope !== undefined;
    if (status === "404") return isPosted || path.includes("{");
    if (status === "406") return "answer" in route;
    if (status === "412" || status === "416") return isStanding;
    return isPosted || (status !== "413" && status !== "415");
  });
  const refused = statuses.map(([status, text]) => [
    status,
    { description: text, content: { "application/problem+json": { schema: problem } } },
  ]);
  const part = isStanding ? { 206: { ...content, description: "The part asked for by Range" } } : {};
  const ready = path === "/readyz" ? { 503: { ...content, description: "A part is missing" } } : {};
  return {
    method,
    path,
    tags: [tag],
    summary,
    description,
    operationId: operationId(path),
    security: securityOf(route),
    request: {
      ...(request.params instanceof z.ZodObject ? { params: request.params } : {}),
      ...(request.query instanceof z.ZodObject ? { query: request.query } : {}),
      ...(request.body === undefined
        ? {}
        : { body: { required: true, content: { "application/json": { schema: request.body } } } }),
    },
    responses: {
      [isPosted ? 201 : 200]: content,
      ...part,
      ...(uncounted.has(path) ? {} : Object.fromEntries(refused)),
      ...ready,
    },
  };
}

/** Nobody counts machinery, so a key changes nothing there. */
function securityOf({ scope, path }: Route | StreamRoute | FileRoute): Record<string, string[]>[] {
  if (scope !== undefined) return [{ key: [scope] }];
  return uncounted.has(path) ? [] : [{}, { key: [] }];
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
