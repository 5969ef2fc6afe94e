import { fileURLToPath } from "node:url";
import type { Catalog } from "@openremit/shared/catalog";
import type { Comparison } from "@openremit/shared/comparison";
import type { Clock, Logger, Mode } from "@openremit/shared/runtime";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from "express";
import helmet from "helmet";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { answerQuestion } from "./answer-question.ts";
import { createFormats } from "./format/money.ts";
import { Home } from "./pages/home.tsx";
import { choiceOf, parseQuestion } from "./parse-question.ts";
import { sortCorridors } from "./sort-corridors.ts";

export interface WebOptions {
  readonly catalog: Catalog;
  readonly comparison: Pick<Comparison, "offers">;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly logger: Logger;
}

const formats = createFormats("en");

/** The page at `/`: complete without JavaScript, nothing loaded from elsewhere, nothing kept about who asked. */
export function createWeb(options: WebOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(compression());
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: policy },
      referrerPolicy: { policy: "no-referrer" },
    }),
  );
  const assets = fileURLToPath(new URL("../assets", import.meta.url));
  app.use("/assets", express.static(assets, { maxAge: "1h", index: false, acceptRanges: false }));
  app.get("/", (request, response) => answerHome(request, response, options));
  app.use((_request, response) => void response.status(404).type("text/plain").send("There is no such page.\n"));
  app.use(sayFailure(options.logger));
  return app;
}

const policy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

async function answerHome(request: Request, response: Response, options: WebOptions): Promise<void> {
  const { catalog, mode, clock, logger } = options;
  const enabled = [...catalog.corridors.values()].filter(({ id }) => catalog.corridorConfigs.get(id)?.enabled);
  const corridors = sortCorridors(enabled, formats);
  const question = parseQuestion(new URLSearchParams(searchOf(request)), corridors);
  const { status, answer, problem } = await answerQuestion(question, options.comparison, logger);
  const page = h(Home, {
    simulated: mode === "simulated",
    corridors,
    chosen: question === null ? "" : choiceOf(question.corridor),
    pay: question?.pay ?? "",
    answer,
    problem,
    formats,
    now: clock.now(),
  });
  response
    .status(status)
    .set("Cache-Control", "no-cache")
    .type("html")
    .send(`<!doctype html>${renderToString(page)}`);
}

/** Whatever a client writes in front of the question mark: `//?pay=200` is no URL, and is answered too. */
function searchOf({ originalUrl }: Request): string {
  const start = originalUrl.indexOf("?");
  return start === -1 ? "" : originalUrl.slice(start);
}

/** The last resort, with nothing of the inside in it. What a client asks wrongly is told to the client alone. */
function sayFailure(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const status: unknown = error?.status;
    if (typeof status === "number" && status >= 400 && status < 500 && !response.headersSent) {
      response.status(status).type("text/plain").send("This cannot be answered as it was asked.\n");
      return;
    }
    logger.error({ err: error }, "the page failed");
    if (response.headersSent) next(error);
    else
      response.status(500).type("text/plain").send("Something is wrong on our side. Please try again in a minute.\n");
  };
}
