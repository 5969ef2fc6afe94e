import type { RateLimits } from "@openremit/shared/serving";
import type { Request } from "express";
import type { Words } from "../words/words.ts";
import type { OriginOf } from "./origin-of.ts";
import type { Page, PageRequest } from "./page.ts";

export type PostLimits = RateLimits;

interface Asking {
  readonly nowMs: () => number;
  readonly postLimits: PostLimits;
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
    form: page.method === "post" ? new URLSearchParams(typeof request.body === "string" ? request.body : "") : null,
    origin: originOf(request),
    mayPost: async () => (await postLimits(request, nowMs())).isAllowed,
  };
}
