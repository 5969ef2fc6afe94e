import type { IncomingMessage, ServerResponse } from "node:http";
import type { KeyFinding } from "@openremit/shared/storage";

/** What is known of a request from the moment it arrives; carried to whoever answers it. */
export interface Asked {
  readonly requestId: string;
  readonly path: string;
  readonly search: string;
  readonly startedMs: number;
  /** Request id and limits, as writeHead takes them. */
  readonly ownFields: readonly string[];
  /** Of the key that came with it; null where none did. */
  readonly key: KeyFinding | null;
  /** Route template, once a route was found. */
  route: string;
}

const byRequest = new WeakMap<IncomingMessage, Asked>();

export function rememberAsked(request: IncomingMessage, asked: Asked): void {
  byRequest.set(request, asked);
}

export function askedOf(request: IncomingMessage): Asked {
  const asked = byRequest.get(request);
  if (asked === undefined) throw new Error("a request reached the router without passing the cached listener");
  return asked;
}

/** For answers that are written header by header. */
export function setOwnFields(response: ServerResponse, { ownFields }: Asked): void {
  for (let index = 0; index + 1 < ownFields.length; index += 2) {
    response.setHeader(ownFields[index] ?? "", ownFields[index + 1] ?? "");
  }
}
