import type { ComponentChild } from "preact";
import { renderPage } from "../../site/render-page.tsx";
import { askEmbed, parseEmbedQuestion } from "../ask-embed.ts";
import type { Embed, EmbedAnswer, EmbedContext, EmbedRequest } from "../embed.ts";
import { FrameBody } from "./frame-body.tsx";
import { FrameDocument } from "./frame-document.tsx";
import { FrameProblem } from "./frame-problem.tsx";

/** A page to be framed: whole without JavaScript, and without any script of the host's. */
export const frame: Embed = {
  async answer(request, context): Promise<EmbedAnswer> {
    const { words, theme } = request;
    const question = parseEmbedQuestion(request, context.site);
    const { answer, ...life } = await askEmbed(question, request, context.site);
    const { sendCountry, receiveCountry } = question.corridor;
    const title = words.t("corridor.title", { from: words.country(sendCountry), to: words.country(receiveCountry) });
    const body = <FrameBody question={question} answer={answer} theme={theme} />;
    return { kind: "content", content: contentOf(title, body, request, context), life };
  },
  async sayProblem(text, request, context) {
    return contentOf(request.words.t("problem.title"), <FrameProblem text={text} />, request, context);
  },
};

function contentOf(title: string, body: ComponentChild, { words, theme }: EmbedRequest, { site }: EmbedContext) {
  const page = (
    <FrameDocument title={title} simulated={site.mode === "simulated"} theme={theme} assets={site.assets}>
      {body}
    </FrameDocument>
  );
  return { contentType: "text/html; charset=utf-8", text: renderPage(words, page), vary: "Accept-Encoding" };
}
