import type { Express } from "express";
import { HttpProblem } from "../problems/http-problem.ts";
import { askedOf } from "./asked.ts";

const allow = "GET, HEAD, OPTIONS";

/** What a browser asks before a page of another origin may send If-None-Match. */
const preflightFields = {
  allow,
  "access-control-allow-methods": "GET, HEAD",
  "access-control-allow-headers": "If-None-Match",
  "access-control-max-age": "86400",
};

/** Everything but GET and HEAD at an address that is read: 204 for OPTIONS, 405 for the rest. Mounted after its GET. */
export function mountOtherMethods(app: Express, path: string, route: string): void {
  app.options(path, (request, response) => {
    askedOf(request).route = route;
    response.writeHead(204, preflightFields).end();
  });
  app.all(path, (request) => {
    askedOf(request).route = route;
    throw new HttpProblem(`${request.method} is not answered here.`, {
      code: "method_not_allowed",
      headers: { allow },
    });
  });
}
