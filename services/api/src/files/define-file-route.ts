import type { StandingFile } from "@openremit/shared/storage";
import type { z } from "zod";
import type { ApiContext, ParseInput, RouteText, Schema } from "../define-route.ts";

interface FileDefinition<Params extends Schema> extends RouteText {
  readonly request: { readonly params: Params };
  readonly find: (params: z.output<Params>, context: ApiContext) => Promise<StandingFile>;
}

/** A route that hands out files as they stand, with its input types closed over. */
export interface FileRoute extends RouteText {
  readonly request: { readonly params: Schema; readonly query?: undefined; readonly body?: undefined };
  readonly find: (params: unknown, parse: ParseInput, context: ApiContext) => Promise<StandingFile>;
}

/** The sibling of `defineRoute` for files that never change: mounted, validated and documented from it. */
export function defineFileRoute<Params extends Schema>(definition: FileDefinition<Params>): FileRoute {
  const { find, ...route } = definition;
  return {
    ...route,
    find: async (params, parse, context) => find(parse(definition.request.params, "params", params), context),
  };
}
