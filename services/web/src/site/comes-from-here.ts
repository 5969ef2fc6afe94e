import type { Request } from "express";

/** What browsers say of where a form was sent from; programs that say nothing still need its token. */
export function comesFromHere({ headers }: Request): boolean {
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}
