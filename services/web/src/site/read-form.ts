import express, { type Request } from "express";

/** A form of ours is far shorter. */
const limit = "8kb";

export const readForm = express.text({ type: "application/x-www-form-urlencoded", limit });

/** What was sent with a form; nothing where it was none. */
export function formOf({ body }: Request): URLSearchParams {
  return new URLSearchParams(typeof body === "string" ? body : "");
}
