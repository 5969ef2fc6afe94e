import { defaultPay, offersQuestionOf, parseCorridorQuestion, questionQuery } from "../../question/index.ts";
import type { Page } from "../../site/page.ts";
import { shareText } from "./share-text.ts";

/** A corridor's answer as a short text, for whoever is reached by SMS or a messenger. */
export const text: Page = {
  path: "/:corridor/text",
  async answer({ words, params, search, origin }, site) {
    const question = parseCorridorQuestion(params, search, site);
    const { answer, ...life } = await site.comparison.offers(offersQuestionOf(question, words));
    const { pay, ...query } = questionQuery(question);
    const isUsual = pay === defaultPay(question.config);
    const path = words.href(`/${question.corridor.id}`, isUsual ? query : { pay, ...query });
    return {
      kind: "text",
      text: shareText(answer, origin.url === null ? null : `${origin.url}${path}`, words),
      // An address that one client made up is no address for others.
      life: origin.isSure ? life : null,
    };
  },
};
