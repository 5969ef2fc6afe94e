import type { ServerResponse } from "node:http";
import { buildProblem } from "./build-problem.ts";
import { HttpProblem } from "./http-problem.ts";

/** Soon enough after a short outage, seldom enough during a long one. */
const retryAfterSeconds = "10";

/** Answers with application/problem+json. No cache may keep it. Returns the status. */
export function sendProblem(
  response: ServerResponse,
  error: unknown,
  asked: { path: string; requestId: string },
): number {
  const problem = buildProblem(error, asked);
  const body = Buffer.from(JSON.stringify(problem));
  const headers = error instanceof HttpProblem ? error.headers : {};
  if (problem.status === 503) response.setHeader("retry-after", retryAfterSeconds);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.removeHeader("etag");
  response.statusCode = problem.status;
  response.setHeader("content-type", "application/problem+json; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  response.setHeader("content-length", body.byteLength);
  response.end(body);
  return problem.status;
}
