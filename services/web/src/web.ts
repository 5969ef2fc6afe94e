import { fileURLToPath } from "node:url";
import type { Catalog } from "@openremit/shared/catalog";
import { type Comparison, noFilters } from "@openremit/shared/comparison";
import type { OffersAnswer } from "@openremit/shared/contracts";
import { type Corridor, InputError, OpenRemitError } from "@openremit/shared/domain";
import type { Clock, Logger, Mode } from "@openremit/shared/runtime";
import express, { type Express, type Request, type Response } from "express";
import helmet from "helmet";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { createFormats } from "./format/money.ts";
import { Home } from "./pages/home.tsx";
import { choiceOf, type PageQuestion, readQuestion } from "./read-question.ts";

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
  app.use(
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: policy },
      referrerPolicy: { policy: "no-referrer" },
    }),
  );
  const assets = fileURLToPath(new URL("../assets", import.meta.url));
  app.use("/assets", express.static(assets, { maxAge: "1h", index: false }));
  app.get("/", (request, response) => void answerHome(request, response, options));
  app.use((_request, response) => void response.status(404).type("text/plain").send("There is no such page.\n"));
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
  const corridors = [...catalog.corridors.values()].filter(({ id }) => catalog.corridorConfigs.get(id)?.enabled);
  const question = readQuestion(new URL(request.originalUrl, "http://site").searchParams, corridors);
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

interface HomeAnswer {
  readonly status: number;
  readonly answer: OffersAnswer | null;
  readonly problem: string | null;
}

async function answerQuestion(
  question: PageQuestion | null,
  comparison: WebOptions["comparison"],
  logger: Logger,
): Promise<HomeAnswer> {
  if (question === null)
    return { status: 404, answer: null, problem: "We do not compare this corridor. Choose one above." };
  try {
    const { answer } = await comparison.offers(offersQuestion(question.corridor, question.pay));
    return { status: 200, answer, problem: null };
  } catch (error) {
    if (error instanceof InputError)
      return { status: 400, answer: null, problem: `Please write an amount such as 200 or 199.50. ${error.message}` };
    if (!(error instanceof OpenRemitError)) logger.error({ err: error }, "page");
    return {
      status: 503,
      answer: null,
      problem: "The prices cannot be shown right now. Please try again in a minute.",
    };
  }
}

function offersQuestion({ id, sendCurrency, receiveCurrency }: Corridor, pay: string) {
  return { corridorId: id, sendCurrency, receiveCurrency, pay, receive: null, filters: noFilters, at: null };
}
