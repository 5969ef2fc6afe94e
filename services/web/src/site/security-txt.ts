import type { Request, RequestHandler } from "express";
import type { OriginOf } from "./origin-of.ts";

/** RFC 9116 asks for less than a year. */
const goodForDays = 180;
const dayMs = 86_400_000;

interface SecurityTextOptions {
  readonly contact: string | null;
  readonly nowMs: () => number;
  readonly originOf: OriginOf;
}

/** To whom somebody writes who found a hole (RFC 9116); where nobody said to whom, there is no such file. */
export function sendSecurityText({ contact, nowMs, originOf }: SecurityTextOptions): RequestHandler {
  return (request: Request, response, next) => {
    if (contact === null) return next();
    const expires = new Date((Math.floor(nowMs() / dayMs) + goodForDays) * dayMs).toISOString();
    const { url, isSure } = originOf(request);
    const lines = [
      `Contact: ${contact.startsWith("https:") ? contact : `mailto:${contact}`}`,
      `Expires: ${expires}`,
      "Preferred-Languages: en, fr, nl",
      // What one client said of where we are is nothing to sign with.
      ...(isSure ? [`Canonical: ${url}/.well-known/security.txt`] : []),
    ];
    response.type("text/plain; charset=utf-8").set("cache-control", "public, max-age=3600");
    response.send(`${lines.join("\n")}\n`);
  };
}
