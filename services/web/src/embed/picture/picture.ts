import type { Content } from "@openremit/shared/serving";
import { type CorridorQuestion, offersQuestionOf, questionQuery } from "../../question/index.ts";
import { PageProblem } from "../../site/page-problem.ts";
import { askEmbed, parseEmbedQuestion } from "../ask-embed.ts";
import type { Embed, EmbedContext, EmbedForm, EmbedRequest } from "../embed.ts";
import { embedPath, fullPath, writtenAddress } from "../embed-address.ts";
import { listedAmounts } from "../listed-amounts.ts";
import { coloursOf } from "./colours.ts";
import { drawAnswer, drawProblem, type PictureGround } from "./draw-answer.ts";
import type { Drawing } from "./drawing.ts";
import { PicturesBusyError } from "./keep-pictures.ts";
import { writeSvg } from "./write-svg.tsx";

/** For static sites: text that every browser sets in its own letters. */
export const svg = pictureEmbed("svg", async (drawing) => ({
  contentType: "image/svg+xml; charset=utf-8",
  text: writeSvg(drawing),
}));

/** For e-mails, which show nothing else. */
export const png = pictureEmbed("png", async (drawing, { pictures }) => {
  try {
    return { contentType: "image/png", text: await pictures.png(drawing) };
  } catch (error) {
    throw error instanceof PicturesBusyError ? new PageProblem(503, "problem.away", {}, { cause: error }) : error;
  }
});

type WritePicture = (drawing: Drawing, context: EmbedContext) => Promise<Content>;

function pictureEmbed(form: EmbedForm, write: WritePicture): Embed {
  const writeFor = async (drawing: Drawing, context: EmbedContext) => ({
    ...(await write(drawing, context)),
    vary: "Accept-Encoding",
  });
  return {
    async answer(request, context) {
      const question = parseEmbedQuestion(request, context.site);
      const nearest = nearestListed(question, request);
      if (nearest !== null) return { kind: "redirect", to: pathFor(form, nearest, question, request) };
      const { answer, ...life } = await askEmbed(question, request, context.site);
      const drawing = drawAnswer(answer, groundOf(request, context, fullPath(question, request.words)));
      const content = await writeFor(drawing, context);
      // An address that one client made up is no address for others.
      return { kind: "content", content, life: request.origin.isSure ? life : null };
    },
    async sayProblem(text, request, context) {
      const ground = groundOf(request, context, request.words.href("/corridors"));
      return writeFor(drawProblem(text, ground), context);
    },
  };
}

/** Pictures are made of listed amounts alone, so that nobody can ask for more of them than there are. */
function nearestListed(question: CorridorQuestion, { words }: EmbedRequest): string | null {
  const { pay: asked } = offersQuestionOf(question, words);
  const [nearest = null] = listedAmounts(question.config, asked ?? "0");
  return nearest === asked ? null : nearest;
}

function pathFor(form: EmbedForm, amount: string, question: CorridorQuestion, { words, theme }: EmbedRequest): string {
  const { currency } = questionQuery(question);
  return embedPath({ form, id: question.corridor.id, language: words.language.code, amount, currency, theme });
}

function groundOf({ words, theme, origin }: EmbedRequest, { pictures }: EmbedContext, path: string): PictureGround {
  const address = origin.url === null ? null : writtenAddress(`${origin.url}${path}`);
  return { words, colours: coloursOf(theme), fonts: pictures.fonts(), address };
}
