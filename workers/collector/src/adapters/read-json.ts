import { SourceShapeError } from "@openremit/shared/domain";
import { parse } from "lossless-json";

/**
 * Reads a source's JSON without ever making a binary float: every number arrives as the string of its own digits,
 * so `70.2048` and `"70.2048"` read alike and no published digit is lost.
 */
export function readJson(body: string): unknown {
  try {
    return parse(body, undefined, (digits) => digits);
  } catch (cause) {
    throw new SourceShapeError("the answer is not JSON", { cause, details: { start: body.slice(0, 120) } });
  }
}
