import type { Request, Response } from "express";
import { sessionSeconds } from "./sessions.ts";

const name = "openremit_operator";
/** Sent to these pages only, by this site's own pages only, and told to no program. */
const kept = { httpOnly: true, sameSite: "strict", path: "/operator" } as const;

export function sessionCookieOf({ headers }: Request): string | null {
  const parts = (headers.cookie ?? "").split(";").map((part) => part.trim());
  return parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

/** @param isSecure whether readers come by https: there the cookie never goes another way. */
export function setSessionCookie(response: Response, text: string, isSecure: boolean): void {
  response.cookie(name, text, { ...kept, secure: isSecure, maxAge: sessionSeconds * 1_000 });
}

export function clearSessionCookie(response: Response, isSecure: boolean): void {
  response.clearCookie(name, { ...kept, secure: isSecure });
}
