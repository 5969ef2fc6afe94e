import type { Answered, Comparison } from "@openremit/shared/comparison";
import type { Registry } from "@openremit/shared/runtime";
import type { z } from "zod";

/** What handlers may use. */
export interface ApiContext {
  readonly comparison: Comparison;
  readonly now: () => Date;
  readonly metrics: Registry;
  /** The OpenAPI document of all routes, as text. */
  readonly openApiText: () => string;
}

/** An answer that no cache may keep. */
export interface Uncached<Answer> {
  readonly status: 200 | 503;
  readonly answer: Answer;
}

/** Text that is not JSON. */
export interface TextResponse {
  readonly contentType: string;
  readonly description: string;
}

export interface RouteInput<Params, Query> {
  readonly params: Params;
  readonly query: Query;
}

/** What every route says of itself. */
export interface RouteText {
  readonly method: "get";
  /** As OpenAPI writes it: `/v1/corridors/{id}`. Also the route's name in metrics and logs. */
  readonly path: string;
  readonly tag: "prices" | "rates" | "directory" | "survey" | "data" | "service";
  readonly summary: string;
  readonly description: string;
}

export type Schema = z.ZodType;

/** Everything about an endpoint in one place: mounted, validated and documented from it, and from nothing else. */
export interface RouteDefinition<Params extends Schema, Query extends Schema, Response extends Schema>
  extends RouteText {
  readonly request: { readonly params?: Params; readonly query?: Query };
  readonly response: Response | TextResponse;
  readonly handler: (
    input: RouteInput<z.output<Params>, z.output<Query>>,
    context: ApiContext,
  ) => Promise<Answered<z.input<Response>> | Uncached<z.input<Response>>>;
}

/** Validates one part of what was asked. */
export type ParseInput = <Type extends Schema>(
  schema: Type | undefined,
  part: keyof RouteInput<unknown, unknown>,
  value: unknown,
) => z.output<Type>;

/** A route with its input types closed over: `answer` takes what was asked as text, validates it and calls the handler. */
export interface Route extends RouteText {
  readonly request: { readonly params?: Schema; readonly query?: Schema };
  readonly response: Schema | TextResponse;
  readonly answer: (
    asked: RouteInput<unknown, unknown>,
    parse: ParseInput,
    context: ApiContext,
  ) => Promise<Answered<unknown> | Uncached<unknown>>;
}

/** Declares an endpoint, with the types of its input following from its schemas. `routes/index.ts` lists them all. */
export function defineRoute<Params extends Schema, Query extends Schema, Response extends Schema>(
  definition: RouteDefinition<Params, Query, Response>,
): Route {
  const { handler, ...route } = definition;
  return {
    ...route,
    answer(asked, parse, context) {
      const params = parse(definition.request.params, "params", asked.params);
      const query = parse(definition.request.query, "query", asked.query);
      return handler({ params, query }, context);
    },
  };
}

export function isText(response: Schema | TextResponse): response is TextResponse {
  return "contentType" in response;
}
