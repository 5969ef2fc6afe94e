import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "@openremit/shared/domain";
import type { Answer } from "@openremit/shared/http";
import type { RecordedEntry } from "./manifest.ts";

/** The recorded body as the answer it was. A missing file or other bytes than the manifest says: InputError. */
export async function loadRecordedAnswer(directory: string, entry: RecordedEntry): Promise<Answer> {
  const path = join(directory, entry.file);
  const body = await readFile(path).catch((cause: unknown) => {
    throw new InputError(`${path} cannot be read`, { cause });
  });
  const bodySha256 = createHash("sha256").update(body).digest("hex");
  if (bodySha256 !== entry.sha256) {
    throw new InputError(`${path} has SHA-256 ${bodySha256}, the manifest says ${entry.sha256}`);
  }
  return {
    request: entry.request,
    status: entry.status,
    contentType: null,
    body,
    bodySha256,
    requestSha256: createHash("sha256").update(`${entry.request.method} ${entry.request.url}`).digest("hex"),
    fetchedAt: new Date(entry.fetchedAt).toISOString(),
  };
}
