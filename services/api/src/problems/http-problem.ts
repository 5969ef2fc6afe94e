import { type RateVerdict, shedRetryAfterSeconds } from "@openremit/shared/serving";
import type { HttpProblemCode } from "./problem-kinds.ts";

interface HttpProblemOptions {
  readonly code: HttpProblemCode;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A refusal of HTTP itself, before any question about prices is understood. */
export class HttpProblem extends Error {
  readonly code: HttpProblemCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(detail: string, { code, headers = {}, cause }: HttpProblemOptions) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = "HttpProblem";
    this.code = code;
    this.headers = headers;
  }
}

export function overloaded(): HttpProblem {
  return new HttpProblem(`Everybody asks at once. Ask again in ${shedRetryAfterSeconds} seconds.`, {
    code: "overloaded",
    headers: { "retry-after": String(shedRetryAfterSeconds) },
  });
}

export function tooMany({ retryAfterSeconds }: RateVerdict): HttpProblem {
  return new HttpProblem(`Ask again in ${retryAfterSeconds} seconds.`, {
    code: "too_many_requests",
    headers: { "retry-after": String(retryAfterSeconds) },
  });
}
