import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answered } from "../comparison/index.ts";
import { type Encoding, encodeBody, wantedEncoding } from "./encodings.ts";
import type { StoredResponse } from "./response-cache.ts";

/** Header fields that belong to one request alone and are never stored. */
const unsharedFields = new Set(["x-request-id", "ratelimit", "ratelimit-policy", "cache-control", "date"]);
/** A slow clock elsewhere must not stretch what we say; longer than any interval of a source helps nobody. */
const longestMaxAgeSeconds = 3_600;

export interface Content {
  readonly contentType: string;
  /** Bytes where it is none to read: a picture. */
  readonly text: string | Buffer;
  /** Request fields that decide the answer; those of data unless said. */
  readonly vary?: string;
}

/** Encodes an answer once: the bytes, their tag and every header but those of one request alone. */
export async function buildStored(
  route: string,
  content: Content,
  answered: Answered<unknown>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<StoredResponse> {
  const { contentType, text } = content;
  // Once: hashing, compressing and sending would each make bytes of a long text again.
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const bodyHash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const { body, encoding } = await encodeBody(bytes, encodingFor(content, request));
  const shared = Object.entries(response.getHeaders()).flatMap(([name, value]) =>
    unsharedFields.has(name) || value === undefined ? [] : [name, String(value)],
  );
  return {
    route,
    body,
    bytes: Buffer.byteLength(body),
    etag: `W/"${answered.version}-${bodyHash}"`,
    headers: [
      ...shared,
      "content-type",
      contentType,
      ...(encoding === "identity" ? [] : ["content-encoding", encoding]),
      "vary",
      content.vary ?? "Accept-Encoding, Accept",
    ],
    trueUntil: answered.trueUntil.getTime(),
    freshUntil: answered.freshUntil.getTime(),
    corridorKeys: answered.corridorKeys,
  };
}

/** What a client takes and is worth the work: bytes that are no text are packed by themselves. */
export function encodingFor({ text }: Content, request: IncomingMessage): Encoding {
  return typeof text === "string" ? wantedEncoding(request) : "identity";
}

/** What belongs to one request: its id and its limits. */
export type OwnFields = readonly string[];

/** Sends stored bytes, or 304 where the client has them. Returns the status. */
export function sendStored(
  stored: StoredResponse,
  request: IncomingMessage,
  response: ServerResponse,
  own: OwnFields,
  nowMs: number,
): number {
  const fields = ["etag", stored.etag, "cache-control", cacheControl(stored, nowMs), ...own];
  if (isKnown(request.headers["if-none-match"], stored.etag)) {
    response.writeHead(304, [...withoutBodyFields(stored.headers), ...fields]);
    response.end();
    return 304;
  }
  response.writeHead(200, [...stored.headers, ...fields, "content-length", String(stored.bytes)]);
  response.end(request.method === "HEAD" ? undefined : stored.body);
  return 200;
}

/** Never beyond the next expected visit or the next change by time alone. */
function cacheControl({ freshUntil }: StoredResponse, nowMs: number): string {
  const seconds = Math.min(longestMaxAgeSeconds, Math.floor((freshUntil - nowMs) / 1_000));
  return seconds > 0 ? `public, max-age=${seconds}` : "public, no-cache";
}

function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag || header.trim() === "*") return true;
  return header.split(",").some((tag) => tag.trim().replace(/^(W\/)?/, "W/") === etag);
}

function withoutBodyFields(headers: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const [name = "", value = ""] = headers.slice(index, index + 2);
    if (!name.startsWith("content-type") && !name.startsWith("content-encoding")) kept.push(name, value);
  }
  return kept;
}
