import { createHash } from "node:crypto";
import type { PlannedRequest, SourceAnswer } from "../../workers/collector/src/adapters/adapter.ts";

export interface SandboxAnswer extends SourceAnswer {
  readonly headers: Headers;
}

/** Sends a planned request where the HTTP client sends it in simulated mode: `<sandbox>/<source><path>?<query>`. */
export async function askSandbox(
  sandboxUrl: string,
  source: string,
  { method, url, headers = {}, body }: PlannedRequest,
): Promise<SandboxAnswer> {
  const { pathname, search } = new URL(url);
  const init = body === undefined ? { method, headers } : { method, headers, body };
  const response = await fetch(`${sandboxUrl}/${source}${pathname}${search}`, init);
  const contentType = response.headers.get("content-type");
  const bytes = Buffer.from(await response.arrayBuffer());
  const bodySha256 = createHash("sha256").update(bytes).digest("hex");
  const { status, headers: received } = response;
  return { url, status, contentType, body: bytes.toString("utf8"), bodySha256, headers: received };
}
