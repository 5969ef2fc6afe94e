import { noFilters } from "@openremit/shared/comparison";
import { constantly } from "@openremit/shared/serving";
import { listCountryPairs } from "../../country-pairs/country-pairs.ts";
import type { Page } from "../../site/page.ts";
import { parseSaveQuestion } from "./parse-save-question.ts";
import { Save } from "./save-view.tsx";

/** What changing to another option brings in a year. Two steps without JavaScript: the corridor, then the option used now. */
export const save: Page = {
  path: "/save",
  async answer({ words: { t }, search }, site) {
    const question = parseSaveQuestion(search, site);
    const { chosen, reading } = question;
    const common = { kind: "page" as const, title: t("save.title"), description: t("save.lead") };
    const { pairs } = listCountryPairs(site.catalog);
    if (chosen === null || reading === null || reading.wrong !== null) {
      const body = <Save pairs={pairs} question={question} answer={null} />;
      return { ...common, status: chosen === null ? 200 : 400, body, life: chosen === null ? constantly(null) : null };
    }
    const { answer, ...life } = await site.comparison.offers({
      corridorId: chosen.corridor.id,
      receiveCurrency: chosen.corridor.receiveCurrency,
      pay: reading.amount,
      receive: null,
      filters: noFilters,
      at: null,
    });
    return { ...common, body: <Save pairs={pairs} question={question} answer={answer} />, life };
  },
};
