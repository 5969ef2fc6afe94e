import { createHash } from "node:crypto";
import type { Snapshot } from "@openremit/shared/storage";

/** An answer's bytes as the HTTP client hands them over. */
export function snapshotOf(body: Buffer): Snapshot {
  const bodySha256 = createHash("sha256").update(body).digest("hex");
  return { bodySha256, body, contentType: "application/octet-stream", fetchedAt: "2026-11-20T12:00:00.000Z" };
}
