import type { RateLimits } from "@openremit/shared/serving";
import type { Request } from "express";
import type { Words } from "../words/words.ts";
import type { OriginOf } from "./origin-of.ts";
import type { Page, PageRequest } from "./page.ts";
import { formOf } from "./read-form.ts";

interface Asking {
  readonly nowMs: () => number;
  readonly postLimits: RateLimits;
  readonly originOf: OriginOf;
}

/** What a page may know of who asks: the question, and nothing that tells one reader from another. */
export function buildPageRequest(
  page: Page,
  words: Words,
  request: Request,
  { nowMs, postLimits, originOf }: Asking,
): PageRequest {
  const { search } = new URL(request.originalUrl, "http://site");
  return {
    words,
    params: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
    search: new URLSearchParams(search),
    form: page.method === "post" ? formOf(request) : null,
    origin: originOf(request),
    mayPost: async () => (await postLimits(request, nowMs())).isAllowed,
  };
}
