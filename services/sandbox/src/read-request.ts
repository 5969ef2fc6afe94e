import { parse } from "lossless-json";
import type { z } from "zod";

/** A JSON request with its numbers as the text of their own digits; null where it is not what a source asks for. */
export function readRequest<Schema extends z.ZodType>(schema: Schema, body: string): z.output<Schema> | null {
  try {
    return schema.safeParse(parse(body, undefined, (digits) => digits)).data ?? null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
