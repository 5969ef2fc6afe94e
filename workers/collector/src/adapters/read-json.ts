import { SourceShapeError } from "@openremit/shared/domain";
import { parse } from "lossless-json";
import { parseLossless } from "./lossless-json.ts";

/**
 * Reads a source's JSON without ever making a binary float: every number arrives as the string of its own digits,
 * so `70.2048` and `"70.2048"` read alike and no published digit is lost. A character 0 and half a surrogate pair, which
 * no database holds, arrive as the replacement character.
 */
export function readJson(body: string): unknown {
  const mayHoldOdd = /\\u(?:0000|d[89a-f])|\p{Surrogate}/iu.test(body);
  try {
    return mayHoldOdd
      ? parse(
          body,
          (_, value) => storable(value),
          (digits) => digits,
        )
      : parseLossless(body);
  } catch (cause) {
    throw new SourceShapeError("the answer is not JSON", { cause, details: { start: body.slice(0, 120) } });
  }
}

function storable(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll(/\0|\p{Surrogate}/gu, "\uFFFD") : value;
}
