import type { Request } from "express";

/** The text of a request as `express.text` left it; a request without one has an empty text. */
export function readBody({ body }: Request): string {
  return typeof body === "string" ? body : "";
}
