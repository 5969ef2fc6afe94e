import { randomUUID } from "node:crypto";

/** Ours alone: an id from outside could forge log lines or tie requests together. */
export function createRequestId(): string {
  return randomUUID();
}
