import type { Page } from "../../site/page.ts";
import { HistoryView } from "./history-view.tsx";
import { historyQuestionOf, parseHistoryQuestion } from "./parse-history-question.ts";
import { readSurvey } from "./read-survey.ts";

/** What a corridor cost over time. */
export const history: Page = {
  path: "/:corridor/history",
  async answer({ words, params, search }, site) {
    const { t, country } = words;
    const asked = parseHistoryQuestion(params, search, site);
    const { corridor } = asked;
    const route = t("route.name", { from: country(corridor.sendCountry), to: country(corridor.receiveCountry) });
    const page = { kind: "page" as const, title: t("history.title", { route }), description: t("history.lead") };
    const view = { asked, route, survey: await readSurvey(corridor, site.comparison) };
    if (asked.areDaysWrong) {
      return {
        ...page,
        status: 400,
        body: <HistoryView {...view} answer={null} isUnrepresentative={false} />,
        life: null,
      };
    }
    const { answer, ...life } = await site.comparison.history(historyQuestionOf(asked));
    const now = site.comparison.corridor({ corridorId: corridor.id, receiveCurrency: corridor.receiveCurrency });
    const isUnrepresentative = now.answer.currencies.some(({ warnings }) =>
      warnings.some(({ code }) => code === "reference_not_representative"),
    );
    return { ...page, body: <HistoryView {...view} answer={answer} isUnrepresentative={isUnrepresentative} />, life };
  },
};
