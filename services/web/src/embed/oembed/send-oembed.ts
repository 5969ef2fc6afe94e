import type { Content } from "@openremit/shared/serving";
import type { Request, Response } from "express";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { offersQuestionOf, questionQuery } from "../../question/index.ts";
import type { Answering } from "../../site/answer-page.ts";
import { PageProblem } from "../../site/page-problem.ts";
import { problemOf } from "../../site/problem-of.ts";
import { sendUnkept } from "../../site/send-content.ts";
import { chooseWords } from "../choose-words.ts";
import { embedPath, fullPath } from "../embed-address.ts";
import { buildOembed, type Oembed } from "./build-oembed.ts";
import { readEmbeddable } from "./read-embeddable.ts";

/** `GET /oembed?url=…&maxwidth=&maxheight=&format=`: how to show a page of ours, for whoever got its address pasted. */
export async function sendOembed(request: Request, response: Response, answering: Answering): Promise<void> {
  const { searchParams } = new URL(request.originalUrl, "http://site");
  try {
    const content = contentOf(searchParams.get("format") ?? "json", answer(searchParams, request, answering));
    response.set("cache-control", answering.originOf(request).isSure ? "public, max-age=3600" : "no-store");
    response.type(content.contentType).send(content.text);
  } catch (error) {
    const { status, key, values } = problemOf(error);
    if (status >= 500 && status !== 501) answering.site.logger.error({ err: error }, "oEmbed failed");
    const detail = chooseWords(null, answering.site.dictionary)?.t(key, values) ?? key;
    const text = JSON.stringify({ type: "about:blank", status, detail });
    await sendUnkept({ contentType: "application/problem+json", text }, status, request, response);
  }
}

function answer(search: URLSearchParams, request: Request, { site, originOf }: Answering): Oembed {
  const { url: origin } = originOf(request);
  const address = search.get("url") ?? "";
  if (address === "") throw new PageProblem(400, "embed.no_url");
  const { words, question } = readEmbeddable(address, origin, site);
  // An amount that is none would leave a frame that says so.
  offersQuestionOf(question, words);
  const { corridor } = question;
  const { pay: amount, currency } = questionQuery(question);
  const place = {
    form: "frame",
    id: corridor.id,
    language: words.language.code,
    amount,
    currency,
    theme: "auto",
  } as const;
  return buildOembed({
    words,
    title: words.t("corridor.title", {
      from: words.country(corridor.sendCountry),
      to: words.country(corridor.receiveCountry),
    }),
    origin: origin ?? "",
    page: `${origin}${fullPath(question, words)}`,
    frame: `${origin}${embedPath(place)}`,
    maxWidth: readPixels(search.get("maxwidth")),
    maxHeight: readPixels(search.get("maxheight")),
  });
}

function readPixels(text: string | null): number | null {
  if (text === null || text === "") return null;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new PageProblem(400, "embed.wrong_size");
  return Number.parseInt(text, 10);
}

function contentOf(format: string, oembed: Oembed): Content & { readonly text: string } {
  if (format === "json") return { contentType: "application/json", text: JSON.stringify(oembed) };
  if (format !== "xml") throw new PageProblem(501, "embed.wrong_format");
  const fields = Object.entries(oembed).map(([name, value]) => h(name, null, String(value)));
  const head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>';
  return { contentType: "text/xml", text: `${head}${renderToString(h("oembed", null, fields))}` };
}
