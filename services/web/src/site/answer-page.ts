import type { IncomingMessage, ServerResponse } from "node:http";
import { InputError, NoFreshDataError, NotCoveredError } from "@openremit/shared/domain";
import {
  buildStored,
  type Content,
  encodeBody,
  type ResponseCache,
  sendStored,
  wantedEncoding,
} from "@openremit/shared/serving";
import type { Request, Response } from "express";
import { h } from "preact";
import type { Assets } from "../assets/assets.ts";
import { Document } from "../layout/document.tsx";
import { Problem } from "../layout/problem.tsx";
import type { Words } from "../words/words.ts";
import type { OriginOf } from "./origin-of.ts";
import type { Life, Page, PageView, SiteContext } from "./page.ts";
import { PageProblem } from "./page-problem.ts";
import { buildPageRequest, type PostLimits } from "./page-request.ts";
import { renderPage } from "./render-page.tsx";

export interface Answering {
  readonly site: SiteContext;
  readonly assets: Assets;
  readonly cache: ResponseCache;
  readonly cacheKey: (request: IncomingMessage) => string;
  readonly nowMs: () => number;
  readonly postLimits: PostLimits;
  readonly originOf: OriginOf;
}

const html = "text/html; charset=utf-8";
const plain = "text/plain; charset=utf-8";

/** Asks a page and sends what it answers; what it made for everybody is kept for the next who asks the same. */
export async function answerPage(
  page: Page,
  words: Words,
  request: Request,
  response: Response,
  answering: Answering,
): Promise<void> {
  const madeAt = answering.cache.changes();
  const { pathname, search } = new URL(request.originalUrl, "http://site");
  const answer = await page.answer(buildPageRequest(page, words, request, answering), answering.site);
  if (answer.kind === "redirect") {
    response.set("cache-control", "no-store").redirect(303, answer.to);
    return;
  }
  const isText = answer.kind === "text";
  const place = page.method === "post" ? null : `${pathname.slice(words.language.code.length + 1)}${search}`;
  const content: Content = {
    contentType: isText ? (answer.contentType ?? plain) : html,
    text: isText ? answer.text : textOf(answer, words, place, answering),
    vary: "Accept-Encoding",
  };
  const status = isText ? 200 : (answer.status ?? 200);
  if (answer.life === null || status !== 200) {
    await sendUnkept(content, status, request, response);
    return;
  }
  await sendKept(page.path, content, answer.life, { request, response, madeAt, answering });
}

interface Keeping {
  readonly request: Request;
  readonly response: Response;
  readonly madeAt: number;
  readonly answering: Answering;
}

async function sendKept(route: string, content: Content, life: Life, keeping: Keeping): Promise<void> {
  const { request, response, madeAt, answering } = keeping;
  const stored = await buildStored(route, content, { ...life, answer: null }, request, response);
  answering.cache.put(answering.cacheKey(request), stored, madeAt);
  sendStored(stored, request, response, [], answering.nowMs());
}

/** A page that says in the reader's language what is wrong and what to do. Bugs are logged and told as ours. */
export async function showProblem(
  error: unknown,
  words: Words,
  request: Request,
  response: Response,
  answering: Answering,
): Promise<void> {
  const problem = problemOf(error);
  if (problem.status >= 500) answering.site.logger.error({ err: error }, "a page failed");
  const { t } = words;
  const view: PageView = {
    kind: "page",
    title: t("problem.title"),
    body: h(Problem, { text: t(problem.key, problem.values) }),
    life: null,
  };
  const text = textOf(view, words, null, answering);
  await sendUnkept({ contentType: html, text }, problem.status, request, response);
}

function problemOf(error: unknown): PageProblem {
  if (error instanceof PageProblem) return error;
  if (error instanceof NotCoveredError) return new PageProblem(404, "problem.no_such_corridor");
  if (error instanceof NoFreshDataError) return new PageProblem(503, "problem.away", {}, { cause: error });
  if (error instanceof InputError) return new PageProblem(400, "problem.question", { detail: error.message });
  const status: unknown = error instanceof Error && "status" in error ? error.status : null;
  const isTheirs = typeof status === "number" && status >= 400 && status < 500;
  return isTheirs
    ? new PageProblem(status, "problem.form")
    : new PageProblem(500, "problem.ours", {}, { cause: error });
}

function textOf(view: PageView, words: Words, place: string | null, { site, assets }: Answering): string {
  const page = h(Document, {
    title: view.title,
    description: view.description ?? null,
    simulated: site.mode === "simulated",
    frame: view.frame ?? "site",
    assets,
    scripts: (view.scripts ?? []).map((name) => assets.script(name)),
    offered: [...site.dictionary.keys()],
    place,
    children: view.body,
  });
  return renderPage(words, page, view.linkedData ?? null);
}

async function sendUnkept(
  { contentType, text }: Content,
  status: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { body, encoding } = await encodeBody(text, wantedEncoding(request));
  response.writeHead(status, {
    "cache-control": "no-store",
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    vary: "Accept-Encoding",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
