import { wrongParameter } from "@openremit/shared/domain";
import { HttpProblem } from "../problems/http-problem.ts";

/**
 * The query as one text per parameter.
 *
 * @throws InputError where a parameter is given twice: which of the two was meant cannot be known.
 */
export function parseQuery(search: string): Record<string, string> {
  assertDecodable(search);
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(search)) {
    if (name in query) throw wrongParameter(name, "given more than once");
    query[name] = value;
  }
  return { ...query };
}

function assertDecodable(search: string): void {
  try {
    decodeURIComponent(search);
  } catch (cause) {
    throw new HttpProblem("The query cannot be decoded.", { code: "malformed_request", cause });
  }
}
