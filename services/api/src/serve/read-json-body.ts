import express, { type Request, type Response } from "express";
import { HttpProblem } from "../problems/http-problem.ts";

/** What is posted here is a few lines. */
const longestBody = 8_192;
const read = express.json({ limit: longestBody, type: () => true, strict: false });

/**
 * The body of a request as JSON.
 *
 * @throws HttpProblem where it is not JSON by its name or in truth, or longer than 8 KB.
 */
export function readJsonBody(request: Request, response: Response): Promise<unknown> {
  if (!request.is("application/json")) {
    throw new HttpProblem("Content-Type must be application/json.", {
      code: "unsupported_media_type",
      headers: { connection: "close" },
    });
  }
  return new Promise((resolve, reject) => {
    read(request, response, (error?: unknown) => {
      if (error === undefined) resolve(request.body);
      else reject(problemOf(error));
    });
  });
}

/** Without its cause: that one holds what was posted. */
function problemOf(error: unknown): HttpProblem {
  const status = error instanceof Error && "status" in error ? error.status : null;
  if (status === 413) {
    return new HttpProblem(`At most ${longestBody} bytes.`, {
      code: "body_too_large",
      headers: { connection: "close" },
    });
  }
  if (status === 415) {
    return new HttpProblem("UTF-8, plain or compressed by gzip, br or deflate.", { code: "unsupported_media_type" });
  }
  return new HttpProblem("The body is not JSON.", { code: "malformed_request" });
}
