import type { Answered, Comparison } from "@openremit/shared/comparison";
import type { Registry } from "@openremit/shared/runtime";
import type { ReaderDesk } from "@openremit/shared/storage";
import type { z } from "zod";

/** What handlers may use. */
export interface ApiContext {
  readonly comparison: Comparison;
  readonly desk: ReaderDesk;
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

/** A route with its input types closed over: `answer` takes what was asked as text, validates it and calls the handler. */
export interface Route extends RouteText {
  readonly request: { readonly params?: Schema; readonly query?: Schema; readonly body?: Schema };
  readonly response: Schema | TextResponse;
  readonly answer: (
    asked: Asked,
    parse: ParseInput,
    context: ApiContext,
    /** Passes, or throws for whoever has posted enough; asked once everything else is right. */
    admit: () => Promise<void>,
  ) => Promise<Answered<unknown> | Uncached<unknown>>;
}

/** Declares an endpoint, with the types of its input following from its schemas. `routes/index.ts` lists them all. */
export function defineRoute<Params extends Schema, Query extends Schema, Body extends Schema, Response extends Schema>(
  definition: RouteDefinition<Params, Query, Body, Response>,
): Route {
  const { handler, ...route } = definition;
  return {
    ...route,
    async answer(asked, parse, context, admit) {
      const params = parse(definition.request.params, "params", asked.params);
      const query = parse(definition.request.query, "query", asked.query);
      const body = parse(definition.request.body, "body", asked.body);
      if (definition.method === "post") await admit();
      return handler({ params, query, body }, context);
    },
  };
}

export function isText(response: Schema | TextResponse): response is TextResponse {
  return "contentType" in response;
}
