import type { Express, NextFunction, Request, Response } from "express";
import type { ApiContext } from "../define-route.ts";
import { askedOf } from "../serve/asked.ts";
import { mountOtherMethods } from "../serve/other-methods.ts";
import { parseInput } from "../serve/parse-input.ts";
import { parseQuery } from "../serve/parse-query.ts";
import type { FileRoute } from "./define-file-route.ts";
import { sendStanding } from "./send-standing.ts";

/** Puts a route that hands out files on the router. They never change, so every cache may keep them for good. */
export function mountFileRoute(app: Express, route: FileRoute, context: ApiContext): void {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ":$1");
  app.get(path, async (request: Request, response: Response, next: NextFunction) => {
    try {
      const asked = askedOf(request);
      asked.route = route.path;
      parseInput(undefined, "query", parseQuery(asked.search));
      await sendStanding(await route.find(request.params, parseInput, context), response);
    } catch (error) {
      next(error);
    }
  });
  mountOtherMethods(app, path, route);
}
