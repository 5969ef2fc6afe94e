import type { Answered, Comparison, VisitDesk } from "@openremit/shared/comparison";
import type { ApiKeyScope } from "@openremit/shared/contracts";
import type { Registry } from "@openremit/shared/runtime";
import type { KeyFinding, KnownKey, ReaderDesk } from "@openremit/shared/storage";
import type { z } from "zod";
import { keyFor } from "./serve/key-for.ts";

/** What handlers may use. */
export interface ApiContext {
  readonly comparison: Comparison;
  readonly desk: ReaderDesk;
  readonly visitDesk: VisitDesk;
  readonly now: () => Date;
  readonly metrics: Registry;
  /** The OpenAPI document of all routes, as text. */
  readonly openApiText: () => string;
}

/** An answer that no cache may keep. */
export interface Uncached<Answer> {
  readonly status: 200 | 201 | 503;
  readonly answer: Answer;
}

/** Text that is not JSON. */
export interface TextResponse {
  readonly contentType: string;
  readonly description: string;
}

export interface RouteInput<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
}

/** What was asked, as it came. */
export type Asked = RouteInput<unknown, unknown, unknown>;

/** What every route says of itself. */
export interface RouteText {
  /** What is posted is told to nobody else, and is limited more than reading is. */
  readonly method: "get" | "post";
  /** As OpenAPI writes it: `/v1/corridors/{id}`. Also the route's name in metrics and logs. */
  readonly path: string;
  readonly tag: "prices" | "rates" | "directory" | "reports" | "survey" | "data" | "service";
  readonly summary: string;
  readonly description: string;
  /** What a key must be allowed for this; without it none is needed. */
  readonly scope?: ApiKeyScope;
}

export type Schema = z.ZodType;

/** Everything about an endpoint in one place: mounted, validated and documented from it, and from nothing else. */
export interface RouteDefinition<
  Params extends Schema,
  Query extends Schema,
  Body extends Schema,
  Response extends Schema,
> extends RouteText {
  readonly request: { readonly params?: Params; readonly query?: Query; readonly body?: Body };
  readonly response: Response | TextResponse;
  readonly handler: (
    input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>>,
    context: ApiContext,
  ) => Promise<Answered<z.input<Response>> | Uncached<z.input<Response>>>;
}

/** Validates one part of what was asked. */
export type ParseInput = <Type extends Schema>(
  schema: Type | undefined,
  part: keyof Asked,
  value: unknown,
) => z.output<Type>;

/** The same for what only a key may do. */
export interface KeyedDefinition<
  Params extends Schema,
  Query extends Schema,
  Body extends Schema,
  Response extends Schema,
> extends Omit<RouteDefinition<Params, Query, Body, Response>, "handler"> {
  readonly scope: ApiKeyScope;
  readonly handler: (
    input: RouteInput<z.output<Params>, z.output<Query>, z.output<Body>> & { readonly key: KnownKey },
    context: ApiContext,
  ) => Promise<Uncached<z.input<Response>>>;
}

/** Whoever asks. */
export interface Visitor {
  readonly key: KeyFinding | null;
  /** Passes, or throws for whoever has posted enough; asked once everything else is right. */
  admit(): Promise<void>;
}

/** A route with its input types closed over: `answer` takes what was asked as text, validates it and calls the handler. */
export interface Route extends RouteText {
  readonly request: { readonly params?: Schema; readonly query?: Schema; readonly body?: Schema };
  readonly response: Schema | TextResponse;
  readonly answer: (
    asked: Asked,
    parse: ParseInput,
    context: ApiContext,
    visitor: Visitor,
  ) => Promise<Answered<unknown> | Uncached<unknown>>;
}

/** Declares an endpoint, with the types of its input following from its schemas. `routes/index.ts` lists them all. */
export function defineRoute<Params extends Schema, Query extends Schema, Body extends Schema, Response extends Schema>(
  definition: RouteDefinition<Params, Query, Body, Response>,
): Route {
  const { handler, ...route } = definition;
  return {
    ...route,
    async answer(asked, parse, context, visitor) {
      const input = parseAll(definition.request, asked, parse);
      if (definition.method === "post") await visitor.admit();
      return handler(input, context);
    },
  };
}

/** Declares an endpoint that only a key with this scope opens. Who has none learns nothing of what was wrong beside it. */
export function defineKeyedRoute<
  Params extends Schema,
  Query extends Schema,
  Body extends Schema,
  Response extends Schema,
>(definition: KeyedDefinition<Params, Query, Body, Response>): Route {
  const { handler, ...route } = definition;
  return {
    ...route,
    async answer(asked, parse, context, visitor) {
      const key = keyFor(definition.scope, visitor.key);
      const input = parseAll(definition.request, asked, parse);
      if (definition.method === "post") await visitor.admit();
      return handler({ ...input, key }, context);
    },
  };
}

function parseAll<Params extends Schema, Query extends Schema, Body extends Schema>(
  request: { readonly params?: Params; readonly query?: Query; readonly body?: Body },
  asked: Asked,
  parse: ParseInput,
) {
  const params = parse(request.params, "params", asked.params);
  const query = parse(request.query, "query", asked.query);
  const body = parse(request.body, "body", asked.body);
  return { params, query, body };
}

export function isText(response: Schema | TextResponse): response is TextResponse {
  return "contentType" in response;
}
