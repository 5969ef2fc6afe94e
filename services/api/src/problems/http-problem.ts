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
