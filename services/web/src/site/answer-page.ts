import type { IncomingMessage } from "node:http";
import type { Content, RateLimits, ResponseCache } from "@openremit/shared/serving";
import type { Request, Response } from "express";
import { h } from "preact";
import type { Assets } from "../assets/assets.ts";
import { Document } from "../layout/document.tsx";
import { Problem } from "../layout/problem.tsx";
import type { Words } from "../words/words.ts";
import type { OriginOf } from "./origin-of.ts";
import type { Page, PageView, SiteContext } from "./page.ts";
import { buildPageRequest } from "./page-request.ts";
import { problemOf } from "./problem-of.ts";
import { renderPage } from "./render-page.tsx";
import { sendKept, sendUnkept } from "./send-content.ts";

export interface Answering {
  readonly site: SiteContext;
  readonly assets: Assets;
  readonly cache: ResponseCache;
  readonly cacheKey: (request: IncomingMessage) => string;
  readonly nowMs: () => number;
  readonly postLimits: RateLimits;
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
  const { url, isSure } = answering.originOf(request);
  // Absolute, as whoever reads it knows no other; an address that one client made up is no address for others.
  const embeddable = isSure && !isText && answer.isEmbeddable ? `${url}${pathname}${search}` : null;
  const content: Content = {
    contentType: isText ? (answer.contentType ?? plain) : html,
    text: isText ? answer.text : textOf(answer, words, { place, embeddable }, answering),
    vary: "Accept-Encoding",
  };
  const status = isText ? 200 : (answer.status ?? 200);
  if (answer.life === null || status !== 200) {
    await sendUnkept(content, status, request, response);
    return;
  }
  await sendKept(page.path, content, answer.life, { request, response, madeAt, answering });
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
  const text = textOf(view, words, { place: null, embeddable: null }, answering);
  await sendUnkept({ contentType: html, text }, problem.status, request, response);
}

interface Address {
  readonly place: string | null;
  readonly embeddable: string | null;
}

function textOf(view: PageView, words: Words, { place, embeddable }: Address, { site, assets }: Answering): string {
  const page = h(Document, {
    title: view.title,
    description: view.description ?? null,
    simulated: site.mode === "simulated",
    frame: view.frame ?? "site",
    assets,
    scripts: (view.scripts ?? []).map((name) => assets.script(name)),
    styles: (view.styles ?? []).map((name) => assets.style(name)),
    offered: [...site.dictionary.keys()],
    place,
    embeddable,
    children: view.body,
  });
  return renderPage(words, page, view.linkedData ?? null);
}
