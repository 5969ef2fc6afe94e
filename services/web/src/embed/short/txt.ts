import { PageProblem } from "../../site/page-problem.ts";
import { askEmbed, parseEmbedQuestion } from "../ask-embed.ts";
import type { Embed } from "../embed.ts";
import { fullPath, writtenAddress } from "../embed-address.ts";
import { gsmText } from "./gsm-text.ts";
import { shortMessage } from "./short-message.ts";

const contentType = "text/plain; charset=utf-8";

/** For gateways that send short messages: one or two of them. */
export const txt: Embed = {
  async answer(request, { site }) {
    const { words, origin, search } = request;
    const parts = { "1": 1, "2": 2 }[search.get("parts") ?? "2"];
    if (parts === undefined) throw new PageProblem(400, "problem.no_such_choice");
    const question = parseEmbedQuestion(request, site);
    const { answer, ...life } = await askEmbed(question, request, site);
    const address = origin.url === null ? null : writtenAddress(`${origin.url}${fullPath(question, words)}`);
    const text = shortMessage(answer, { words, address, parts });
    // An address that one client made up is no address for others.
    return {
      kind: "content",
      content: { contentType, text, vary: "Accept-Encoding" },
      life: origin.isSure ? life : null,
    };
  },
  async sayProblem(text) {
    return { contentType, text: gsmText(text) };
  },
};
