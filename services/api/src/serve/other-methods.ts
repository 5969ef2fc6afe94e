import type { Express } from "express";
import type { RouteText } from "../define-route.ts";
import { HttpProblem } from "../problems/http-problem.ts";
import { askedOf } from "./asked.ts";

const allowed = { get: "GET, HEAD, OPTIONS", post: "POST, OPTIONS" };

/** What a browser asks before a page of another origin may send If-None-Match, or ask for a part of a file. */
const readingFields = {
  "access-control-allow-methods": "GET, HEAD",
  "access-control-allow-headers": "If-None-Match, If-Range, Range",
  "access-control-max-age": "86400",
};

/**
 * Everything but the address's own method: 204 for OPTIONS, 405 for the rest. Mounted after it. What a page of another
 * origin may read it may not post to: nobody reports unknowingly.
 */
export function mountOtherMethods(app: Express, path: string, about: Pick<RouteText, "method" | "path">): void {
  const { method, path: route } = about;
  const allow = allowed[method];
  app.options(path, (request, response) => {
    askedOf(request).route = route;
    response.writeHead(204, { allow, ...(method === "get" ? readingFields : {}) }).end();
  });
  app.all(path, (request) => {
    askedOf(request).route = route;
    throw new HttpProblem(`${request.method} is not answered here.`, {
      code: "method_not_allowed",
      headers: { allow },
    });
  });
}
