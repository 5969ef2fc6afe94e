import { createHash } from "node:crypto";
import type { PlannedRequest } from "./answer.ts";

/** SHA-256, hexadecimal. */
export function sha256Of(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** One name for one question: the hash of method, address and request body. Headers carry no question. */
export function requestHash(request: PlannedRequest): string {
  return sha256Of(`${request.method} ${request.url}\n${request.body ?? ""}`);
}
