import type { RateLimits } from "@openremit/shared/serving";
import type { KeyFinding } from "@openremit/shared/storage";
import type { Request, Response } from "express";
import { tooMany } from "../problems/http-problem.ts";
import { isBulk } from "../serve/door.ts";
import type { createPlaces } from "./places.ts";

interface FileDoorOptions {
  readonly limits: RateLimits;
  /** For keys that may read much. */
  readonly bulkLimits: RateLimits;
  readonly places: ReturnType<typeof createPlaces>;
  readonly nowMs: () => number;
}

/**
 * Counts one more file for whoever asks, says so in the header fields, and takes a place for it.
 *
 * @returns the way to leave the place
 * @throws HttpProblem 429 where it was one too many, or where there is no place, which is not counted.
 */
export type FileDoor = (request: Request, response: Response, finding: KeyFinding | null) => Promise<() => void>;

/** A file is made out of the whole record: a reader gets many, and not one after another for ever. */
export function createFileDoor({ limits, bulkLimits, places, nowMs }: FileDoorOptions): FileDoor {
  return async (request, response, finding) => {
    const key = finding?.kind === "known" ? finding.key : null;
    const own = key !== null && isBulk(key) ? bulkLimits : limits;
    const verdict = await own(request, nowMs(), key === null ? undefined : `key ${key.keyId}`);
    response.append("ratelimit", verdict.limit).append("ratelimit-policy", verdict.policy);
    if (!verdict.isAllowed) throw tooMany(verdict);
    try {
      return places.enter(verdict.client, response);
    } catch (full) {
      await own.takeBack(verdict);
      throw full;
    }
  };
}
