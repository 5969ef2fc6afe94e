import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SourceAnswer } from "../../workers/collector/src/adapters/adapter.ts";

/** A stored answer of `test/fixtures/sources`, as an adapter sees it. `change` rewrites its text. */
export function loadAnswer(file: string, change: (body: string) => string = (body) => body): SourceAnswer {
  const path = fileURLToPath(new URL(`../fixtures/sources/${file}`, import.meta.url));
  return answerWith(change(readFileSync(path, "utf8")));
}

export function answerWith(body: string): SourceAnswer {
  return { status: 200, contentType: null, body };
}
