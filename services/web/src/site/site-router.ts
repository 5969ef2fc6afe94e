import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import { mountEmbeds } from "../embed/mount-embeds.ts";
import { chooseLanguage } from "../languages/choose-language.ts";
import { mountOperator, type Operating } from "../operator/mount-operator.tsx";
import type { Words } from "../words/words.ts";
import { type Answering, answerPage, showProblem } from "./answer-page.ts";
import { comesFromHere } from "./comes-from-here.ts";
import type { Page } from "./page.ts";
import { PageProblem } from "./page-problem.ts";
import { readForm } from "./read-form.ts";
import { securityHeaders } from "./security-headers.ts";
import { sendSecurityText } from "./security-txt.ts";

interface RouterOptions extends Answering {
  /** Null: this copy has no operator's page. */
  readonly operating: Operating | null;
  readonly pages: readonly Page[];
}

const corridorShape = /^[a-z]{2}-[a-z]{2}$/;

/** The router behind the response cache: what other pages show, the operator's page, every page in every offered language. */
export function createSiteRouter({ pages, operating, ...answering }: RouterOptions): Express {
  const { site } = answering;
  const app = express();
  app.disable("x-powered-by");
  // Express would print the stack of what even the problem page cannot say.
  app.set("env", "production");
  app.set("etag", false);
  app.set("query parser", false);
  app.set("strict routing", true);
  // Before the headers of the site: what other people's pages show has its own.
  mountEmbeds(app, answering);
  if (operating !== null) mountOperator(app, operating, answering);
  app.use(securityHeaders);
  // A corridor is a pair of countries: it never swallows the name of a page.
  app.param("corridor", (_request, _response, next, id: string) => next(corridorShape.test(id) ? undefined : "route"));
  const { contact } = site.operator;
  const { nowMs, originOf } = answering;
  app.get("/.well-known/security.txt", sendSecurityText({ contact, nowMs, originOf }));
  app.get("/", (request, response) => {
    response.vary("Accept-Language").set("cache-control", "no-cache");
    response.redirect(303, `/${chooseLanguage(request, [...site.dictionary.keys()])}/`);
  });
  for (const [code, words] of site.dictionary) {
    app.get(`/${code}`, (_request, response) => response.redirect(301, `/${code}/`));
    for (const page of pages) mountPage(app, page, words, answering);
  }
  app.use(async (request, response) => {
    const problem = new PageProblem(404, "problem.no_such_page");
    await showProblem(problem, wordsOf(request, answering), request, response, answering);
  });
  app.use(showFailure(answering));
  return app;
}

function mountPage(app: Express, page: Page, words: Words, answering: Answering): void {
  const path = `/${words.language.code}${page.path}`;
  const answer = async (request: Request, response: Response) => answerPage(page, words, request, response, answering);
  if (page.method !== "post") app.get(path, answer);
  else app.post(path, refuseElsewhere, readForm, answer);
}

/** A form is read by whoever opens it, its token too: where it is sent from is what a page elsewhere cannot choose. */
const refuseElsewhere: RequestHandler = (request, _response, next) => {
  if (!comesFromHere(request)) throw new PageProblem(403, "problem.form");
  next();
};

/** The language in the path, or else the one the browser asks for. */
function wordsOf(request: Request, { site: { dictionary } }: Answering): Words {
  const code = request.path.split("/")[1] ?? "";
  const words = dictionary.get(code) ?? dictionary.get(chooseLanguage(request, [...dictionary.keys()]));
  if (words === undefined) throw new PageProblem(500, "problem.ours");
  return words;
}

/** Express knows an error handler by its four parameters. */
function showFailure(answering: Answering): ErrorRequestHandler {
  return async (error, request, response, _next) => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    await showProblem(error, wordsOf(request, answering), request, response, answering);
  };
}
