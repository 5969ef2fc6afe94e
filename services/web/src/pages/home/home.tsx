import type { CorridorSummary } from "@openremit/shared/contracts";
import { rankByMeanCost } from "../../corridor-costs/rank-by-mean-cost.ts";
import { type CountryPairs, listCountryPairs } from "../../country-pairs/country-pairs.ts";
import type { Page } from "../../site/page.ts";
import { useWords } from "../../words/words.ts";
import { CheapestCorridors } from "./cheapest-corridors.tsx";
import { StartForm } from "./start-form.tsx";

/** The first page: a promise, a question, and what sending costs where. */
export const home: Page = {
  path: "/",
  answer({ words: { t } }, { catalog, comparison }) {
    const { answer, ...life } = comparison.corridors({ sort: "cost" });
    return {
      kind: "page",
      title: t("site.name"),
      description: t("home.lead"),
      body: <Home countries={listCountryPairs(catalog)} summaries={rankByMeanCost(answer.corridors)} />,
      life,
    };
  },
};

export interface HomeProps {
  readonly countries: CountryPairs;
  /** Cheapest first. */
  readonly summaries: readonly CorridorSummary[];
}

export function Home({ countries, summaries }: HomeProps) {
  const { t } = useWords();
  return (
    <>
      <h1>{t("home.title")}</h1>
      <p class="lead">{t("home.lead")}</p>
      <StartForm {...countries} />
      <CheapestCorridors summaries={summaries} />
    </>
  );
}
