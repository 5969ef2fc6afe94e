import { InputError, NoFreshDataError, NotCoveredError } from "@openremit/shared/domain";
import { PageProblem } from "./page-problem.ts";

/** What a reader is told of an error. */
export function problemOf(error: unknown): PageProblem {
  if (error instanceof PageProblem) return error;
  if (error instanceof NotCoveredError) return new PageProblem(404, "problem.no_such_corridor");
  if (error instanceof NoFreshDataError) return new PageProblem(503, "problem.away", {}, { cause: error });
  if (error instanceof InputError) return new PageProblem(400, "problem.question", { detail: error.message });
  const status: unknown = error instanceof Error && "status" in error ? error.status : null;
  const isTheirs = typeof status === "number" && status >= 400 && status < 500;
  return isTheirs
    ? new PageProblem(status, "problem.form")
    : new PageProblem(500, "problem.ours", {}, { cause: error });
}
