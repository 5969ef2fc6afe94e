import { OfflineNote } from "../../layout/offline-note.tsx";
import { type CorridorQuestion, offersQuestionOf, parseCorridorQuestion } from "../../question/index.ts";
import type { Page, PageView } from "../../site/page.ts";
import type { Words } from "../../words/words.ts";
import { CorridorBody } from "./corridor-body.tsx";

/** What sending money from one country to another puts in somebody's hand, and what it costs. */
export const corridor: Page = {
  path: "/:corridor",
  async answer({ words, params, search }, site) {
    const question = parseCorridorQuestion(params, search, site);
    const { catalog } = site;
    if (question.reading.wrong !== null) {
      const body = <CorridorBody question={question} answer={null} catalog={catalog} />;
      return { ...headOf(question, words), status: 400, body, life: null };
    }
    const { answer, ...life } = await site.comparison.offers(offersQuestionOf(question, words));
    const newest = answer.offers
      .map(({ observedAt }) => observedAt)
      .sort()
      .at(-1);
    const body = (
      <>
        {newest !== undefined && <OfflineNote of={newest} />}
        <CorridorBody question={question} answer={answer} catalog={catalog} />
      </>
    );
    return { ...headOf(question, words), body, life, scripts: ["share", "keep-page"], isEmbeddable: true };
  },
};

function headOf({ corridor: { sendCountry, receiveCountry } }: CorridorQuestion, { t, country }: Words) {
  const names = { from: country(sendCountry), to: country(receiveCountry) };
  return {
    kind: "page",
    title: t("corridor.title", names),
    description: t("corridor.description", names),
  } as const satisfies Partial<PageView>;
}
