import type { z } from "zod";
import type { ApiContext, Asked, ParseInput, RouteInput, RouteText, Schema } from "../define-route.ts";

/** A file that is made while it is sent. */
export interface OpenedFile {
  readonly pieces: AsyncIterable<string | Uint8Array>;
  /** After the last piece, before the file is called whole. */
  finish(): Promise<void>;
  /** At any time: stops the work and frees everything. */
  abandon(): Promise<void>;
}

/** What is known of a file before any work is done for it. */
export interface PlannedFile {
  readonly fileName: string;
  readonly contentType: string;
  /** Whether it is worth compressing on its way. */
  readonly isText: boolean;
  open(): Promise<OpenedFile>;
}

interface StreamDefinition<Params extends Schema, Query extends Schema> extends RouteText {
  readonly request: { readonly params: Params; readonly query: Query };
  readonly contentTypes: readonly string[];
  readonly plan: (
    input: Pick<RouteInput<z.output<Params>, z.output<Query>, undefined>, "params" | "query">,
    context: ApiContext,
  ) => PlannedFile;
}

/** A route that answers with a file of any size, with its input types closed over. */
export interface StreamRoute extends RouteText {
  readonly request: { readonly params: Schema; readonly query: Schema; readonly body?: undefined };
  readonly contentTypes: readonly string[];
  readonly plan: (asked: Pick<Asked, "params" | "query">, parse: ParseInput, context: ApiContext) => PlannedFile;
}

/** The sibling of `defineRoute` for files: mounted, validated and documented from it, and listed beside the others. */
export function defineStreamRoute<Params extends Schema, Query extends Schema>(
  definition: StreamDefinition<Params, Query>,
): StreamRoute {
  const { plan, ...route } = definition;
  return {
    ...route,
    plan(asked, parse, context) {
      const params = parse(definition.request.params, "params", asked.params);
      const query = parse(definition.request.query, "query", asked.query);
      return plan({ params, query }, context);
    },
  };
}
