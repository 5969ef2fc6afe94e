import type { Logger } from "@openremit/shared/runtime";
import { type Encoding, wantedEncoding } from "@openremit/shared/serving";
import type { Express, NextFunction, Request, Response } from "express";
import type { ApiContext } from "../define-route.ts";
import { askedOf } from "../serve/asked.ts";
import { mountOtherMethods } from "../serve/other-methods.ts";
import { parseInput } from "../serve/parse-input.ts";
import { parseQuery } from "../serve/parse-query.ts";
import type { PlannedFile, StreamRoute } from "./define-stream-route.ts";
import type { FileDoor } from "./file-door.ts";
import { checksumField, type Pace, sendFile } from "./send-file.ts";

interface Mounting {
  readonly context: ApiContext;
  readonly admitFile: FileDoor;
  readonly pace: Pace | undefined;
  readonly logger: Logger;
}

/** Puts a route that answers with a file on the router. No cache, ours or anybody's, keeps one. */
export function mountStreamRoute(app: Express, route: StreamRoute, mounting: Mounting): void {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ":$1");
  app.get(path, async (request: Request, response: Response, next: NextFunction) => {
    try {
      await answer(route, request, response, mounting);
    } catch (error) {
      next(error);
    }
  });
  mountOtherMethods(app, path, route);
}

async function answer(route: StreamRoute, request: Request, response: Response, mounting: Mounting): Promise<void> {
  const { context, admitFile, pace, logger } = mounting;
  const asked = askedOf(request);
  asked.route = route.path;
  const planned = route.plan({ params: request.params, query: parseQuery(asked.search) }, parseInput, context);
  const encoding = planned.isText ? wantedEncoding(request) : "identity";
  if (request.method === "HEAD") {
    writeFields(planned, encoding, response);
    response.end();
    return;
  }
  const leave = await admitFile(request, response, asked.key);
  try {
    const opened = await planned.open();
    writeFields(planned, encoding, response);
    // HTTP/1.0 has no chunks for a trailer to follow; there, a file that breaks off ends in a reset connection.
    if (request.httpVersion !== "1.0") response.setHeader("trailer", checksumField);
    await sendFile(opened, response, { encoding, pace });
  } catch (error) {
    if (!response.headersSent) throw error;
    logger.error({ err: error, requestId: asked.requestId, route: route.path }, "a file broke off");
  } finally {
    leave();
  }
}

function writeFields({ fileName, contentType }: PlannedFile, encoding: Encoding, response: Response): void {
  response.setHeader("content-type", contentType);
  response.setHeader("content-disposition", `attachment; filename="${fileName}"`);
  response.setHeader("cache-control", "no-store");
  response.setHeader("vary", "Accept-Encoding");
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
}
