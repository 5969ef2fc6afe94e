import type { RateLimits } from "@openremit/shared/serving";
import type { KeyFinding } from "@openremit/shared/storage";
import type { Request, Response } from "express";
import { tooMany } from "../problems/http-problem.ts";
import { isBulk } from "../serve/door.ts";

interface FileDoorOptions {
  readonly limits: RateLimits;
  /** For keys that may read much. */
  readonly bulkLimits: RateLimits;
  readonly nowMs: () => number;
}

/**
 * Counts one more file for whoever asks, and says so in the header fields.
 *
 * @returns who that is
 * @throws HttpProblem 429 where it was one too many.
 */
export type FileDoor = (request: Request, response: Response, finding: KeyFinding | null) => Promise<string>;

/** A file is made out of the whole record: a reader gets many, and not one after another for ever. */
export function createFileDoor({ limits, bulkLimits, nowMs }: FileDoorOptions): FileDoor {
  return async (request, response, finding) => {
    const key = finding?.kind === "known" ? finding.key : null;
    const own = key !== null && isBulk(key) ? bulkLimits : limits;
    const verdict = await own(request, nowMs(), key === null ? undefined : `key ${key.keyId}`);
    response.append("ratelimit", verdict.limit).append("ratelimit-policy", verdict.policy);
    if (!verdict.isAllowed) throw tooMany(verdict);
    return verdict.client;
  };
}
