import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SourceAnswer } from "../../workers/collector/src/adapters/adapter.ts";

/** A stored answer of `test/fixtures/sources`, as an adapter sees it. `change` rewrites its text. */
export function loadAnswer(
  file: string,
  change: (body: string) => string = (body) => body,
  url?: string,
): SourceAnswer {
  const path = fileURLToPath(new URL(`../fixtures/sources/${file}`, import.meta.url));
  return answerWith(change(readFileSync(path, "utf8")), url);
}

/** `url` matters to adapters whose answers do not say themselves what they answer. */
export function answerWith(body: string, url = "https://source.invalid/"): SourceAnswer {
  const bodySha256 = createHash("sha256").update(body).digest("hex");
  return { url, status: 200, contentType: null, body, bodySha256 };
}
