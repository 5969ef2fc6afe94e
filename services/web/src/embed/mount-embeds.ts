import type { Express, Request, Response } from "express";
import type { Answering } from "../site/answer-page.ts";
import { PageProblem } from "../site/page-problem.ts";
import { problemOf } from "../site/problem-of.ts";
import { sendKept, sendUnkept } from "../site/send-content.ts";
import { chooseWords } from "./choose-words.ts";
import { type EmbedContext, type EmbedForm, type EmbedRequest, embedForms, themes } from "./embed.ts";
import { setEmbedFields } from "./embed-headers.ts";
import { embeds } from "./embeds.ts";
import { sendOembed } from "./oembed/send-oembed.ts";
import { createPictures } from "./picture/keep-pictures.ts";

/** `be-ma`, `be-ma.svg`; whatever else is asked for is a frame that says what is wrong. */
const place = /^([^.]*)(?:\.(svg|png|txt))?$/;
const corridorShape = /^[a-z]{2}-[a-z]{2}$/;

const plain = "text/plain; charset=utf-8";

/** Everything below `/embed`, and `/oembed`: the only answers that other sites may frame. */
export function mountEmbeds(app: Express, answering: Answering): void {
  const context = { site: answering.site, pictures: createPictures() };
  app.use(["/embed", "/oembed"], setEmbedFields);
  app.get("/embed/:place", async (request, response) => answerEmbed(request, response, context, answering));
  app.get("/oembed", async (request, response) => sendOembed(request, response, answering));
}

async function answerEmbed(
  request: Request,
  response: Response,
  context: EmbedContext,
  answering: Answering,
): Promise<void> {
  const madeAt = answering.cache.changes();
  const { form, asked } = readPlace(request, answering);
  const embed = embeds[form];
  try {
    if (!corridorShape.test(asked.id)) throw new PageProblem(404, "problem.no_such_corridor");
    const answer = await embed.answer(asked, context);
    if (answer.kind === "redirect") {
      response.set("cache-control", "public, max-age=3600").redirect(303, answer.to);
    } else if (answer.life === null) {
      await sendUnkept(answer.content, answer.status ?? 200, request, response);
    } else {
      await sendKept(`/embed/:corridor ${form}`, answer.content, answer.life, { request, response, madeAt, answering });
    }
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status >= 500) answering.site.logger.error({ err: error }, "an embed failed");
    if (problem.status === 503) response.set("retry-after", "60");
    const text = asked.words.t(problem.key, problem.values);
    const content = await embed.sayProblem(text, asked, context).catch(() => ({ contentType: plain, text }));
    await sendUnkept(content, problem.status, request, response);
  }
}

function readPlace(request: Request, { site, originOf }: Answering): { form: EmbedForm; asked: EmbedRequest } {
  const { search: query } = new URL(request.originalUrl, "http://site");
  const search = new URLSearchParams(query);
  const [, id = "", extension = "frame"] = place.exec(String(request.params.place)) ?? [];
  const words = chooseWords(search.get("lang"), site.dictionary);
  if (words === null) throw new PageProblem(500, "problem.ours");
  return {
    form: embedForms.find((form) => form === extension) ?? "frame",
    asked: {
      words,
      id,
      search,
      theme: themes.find((theme) => theme === search.get("theme")) ?? "auto",
      origin: originOf(request),
    },
  };
}
