import { offersQuestionOf, parseCorridorQuestion, questionQuery } from "../../question/index.ts";
import type { Page } from "../../site/page.ts";
import { secondLanguage } from "./second-language.ts";
import { Sheet } from "./sheet.tsx";
import { SheetTools } from "./sheet-tools.tsx";

/** A corridor on one sheet of paper, for a wall, a counter or a bag. */
export const print: Page = {
  path: "/:corridor/print",
  async answer({ words, params, search, origin }, site) {
    const question = parseCorridorQuestion(params, search, site);
    const also = secondLanguage(search.get("also"), words, question.config, site);
    const { answer, ...life } = await site.comparison.offers(offersQuestionOf(question, words));
    const { sendCountry, receiveCountry } = question.corridor;
    const names = { from: words.country(sendCountry), to: words.country(receiveCountry) };
    const query = questionQuery(question);
    const path = words.href(`/${question.corridor.id}`, query);
    return {
      kind: "page",
      title: words.t("corridor.title", names),
      body: (
        <>
          <SheetTools
            corridorId={question.corridor.id}
            query={query}
            also={also}
            offered={[...site.dictionary.values()]}
          />
          <Sheet answer={answer} also={also} address={origin.url === null ? null : `${origin.url}${path}`} />
        </>
      ),
      // An address that one client made up is no address for others.
      life: origin.isSure ? life : null,
      frame: "sheet",
    };
  },
};
