import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "@openremit/shared/domain";
import { type Answer, requestHash, sha256Of } from "@openremit/shared/http";
import type { RecordedEntry } from "./manifest.ts";

/**
 * The recorded body as the answer it was, with the hashes a live visit gives it. Where the manifest does not hold the
 * body of a POST, `requestSha256` is of method and address alone: it names the page that was asked, not the question.
 *
 * @throws InputError where the file is missing, or holds other bytes than the manifest says.
 */
export async function loadRecordedAnswer(directory: string, entry: RecordedEntry): Promise<Answer> {
  const path = join(directory, entry.file);
  const body = await readFile(path).catch((cause: unknown) => {
    throw new InputError(`${path} cannot be read`, { cause });
  });
  const answer = buildRecordedAnswer(entry, body);
  if (answer.bodySha256 !== entry.sha256) {
    throw new InputError(`${path} has SHA-256 ${answer.bodySha256}, the manifest says ${entry.sha256}`);
  }
  return answer;
}

/** These bytes as the answer to what an entry says was asked. */
export function buildRecordedAnswer({ request, status, contentType, fetchedAt }: RecordedEntry, body: Buffer): Answer {
  return {
    request,
    status,
    contentType,
    body,
    bodySha256: sha256Of(body),
    requestSha256: requestHash(request),
    fetchedAt: new Date(fetchedAt).toISOString(),
  };
}
