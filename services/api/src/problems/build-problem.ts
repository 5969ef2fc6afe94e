import { buildProblemOf, type Problem } from "@openremit/shared/contracts";
import { OpenRemitError } from "@openremit/shared/domain";
import { z } from "zod";
import { HttpProblem } from "./http-problem.ts";
import { httpKinds, problemKinds } from "./problem-kinds.ts";

const errorRows = z.array(z.object({ parameter: z.string().nullable(), message: z.string() }));

interface Asked {
  /** Without its query: nobody's question is repeated into logs or pages. */
  readonly path: string;
  readonly requestId: string;
}

/** RFC 9457 for any error. What is not on purpose, or is our own fault, keeps its cause to itself. */
export function buildProblem(error: unknown, { path, requestId }: Asked): Problem {
  const about = { instance: path, requestId };
  if (error instanceof HttpProblem) {
    return buildProblemOf(error.code, httpKinds[error.code], { ...about, detail: error.message });
  }
  if (error instanceof OpenRemitError && problemKinds[error.code].status !== 500) {
    const { data: errors = [] } = errorRows.safeParse(error.details.errors);
    return buildProblemOf(error.code, problemKinds[error.code], { ...about, detail: error.message, errors });
  }
  if (isMalformed(error)) {
    const detail = error instanceof URIError ? "The path cannot be decoded." : "It cannot be read as it was sent.";
    return buildProblemOf("malformed_request", httpKinds.malformed_request, { ...about, detail });
  }
  const detail = "The cause is in our log under this request id; what you asked is not.";
  return buildProblemOf("internal", problemKinds.domain, { ...about, detail });
}

/** What Express blames on the client, such as a path `/v1/%zz`: it gives such an error a status from 400 to 499. */
function isMalformed(error: unknown): boolean {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return false;
  return error.status >= 400 && error.status < 500;
}
