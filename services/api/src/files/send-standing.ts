import type { StandingFile } from "@openremit/shared/storage";
import type { Response } from "express";
import { HttpProblem } from "../problems/http-problem.ts";

/** A reader that takes nothing for so long has left, whatever its connection says. */
const idleMs = 120_000;
const forGood = "public, max-age=31536000, immutable";

/** What Express finds wrong with a question for a part, or for a file on a condition. */
const refusals = {
  412: { code: "precondition_failed", detail: "The file has another ETag." },
  416: { code: "range_not_satisfiable", detail: "Content-Range says how many bytes the file has." },
} as const;

/**
 * Sends a file, or the part of it that is asked for, no faster than it is taken. Its tag is its hash, so that whoever has
 * part of it can go on, and a copy is known wherever it lies.
 */
export async function sendStanding(file: StandingFile, response: Response): Promise<void> {
  const { name, directory, mediaType, sha256, isData } = file;
  response.setTimeout(idleMs, () => response.destroy());
  response.setHeader("content-type", mediaType);
  response.setHeader("etag", `"${sha256}"`);
  response.setHeader("cache-control", forGood);
  if (isData) response.setHeader("content-disposition", `attachment; filename="${name}"`);
  const options = { root: directory, cacheControl: false, lastModified: false };
  const failure = await new Promise<unknown>((resolve) => response.sendFile(name, options, resolve));
  if (failure === undefined || response.headersSent) return;
  response.removeHeader("content-disposition");
  throw problemOf(failure);
}

function problemOf(failure: unknown): unknown {
  const status = failure instanceof Error && "status" in failure ? failure.status : null;
  if (status !== 412 && status !== 416) return failure;
  const { code, detail } = refusals[status];
  return new HttpProblem(detail, { code, cause: failure });
}
