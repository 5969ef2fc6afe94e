import type { IncomingMessage, ServerResponse } from "node:http";
import {
  buildStored,
  type Content,
  encodeBody,
  encodingFor,
  type ResponseCache,
  sendStored,
} from "@openremit/shared/serving";
import type { Life } from "./page.ts";

export interface Keeping {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Changes that the cache had seen before the answer was made. */
  readonly madeAt: number;
  readonly answering: {
    readonly cache: ResponseCache;
    readonly cacheKey: (request: IncomingMessage) => string;
    readonly nowMs: () => number;
  };
}

/** Sends what is for everybody, and keeps it for the next who asks the same. */
export async function sendKept(route: string, content: Content, life: Life, keeping: Keeping): Promise<void> {
  const { request, response, madeAt, answering } = keeping;
  const stored = await buildStored(route, content, { ...life, answer: null }, request, response);
  answering.cache.put(answering.cacheKey(request), stored, madeAt);
  sendStored(stored, request, response, [], answering.nowMs());
}

/** Sends what nobody keeps. */
export async function sendUnkept(
  content: Content,
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { body, encoding } = await encodeBody(content.text, encodingFor(content, request));
  response.writeHead(status, {
    "cache-control": "no-store",
    "content-type": content.contentType,
    "content-length": Buffer.byteLength(body),
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    vary: "Accept-Encoding",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
