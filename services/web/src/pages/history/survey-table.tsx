import { ScrollRegion } from "../../layout/scroll-region.tsx";
import { useWords } from "../../words/words.ts";
import type { SurveyOfCorridor } from "./read-survey.ts";

/** The World Bank's quarters, newest first: another method, so a table of their own (METHOD 3). */
export function SurveyTable({ survey }: { readonly survey: SurveyOfCorridor }) {
  const { t, percent, count } = useWords();
  const figure = (pct: string | null) => (pct === null ? t("corridors.no_data") : percent(pct));
  return (
    <section>
      <h2 id="survey">{t("history.survey.title")}</h2>
      <ScrollRegion labelledBy="survey">
        <table class="figures">
          <caption class="unseen">{t("history.survey.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("history.survey.quarter")}</th>
              <th scope="col" class="number">
                {t("history.series.mean")}
              </th>
              <th scope="col" class="number">
                {t("history.series.median")}
              </th>
              <th scope="col" class="number">
                {t("history.survey.services")}
              </th>
            </tr>
          </thead>
          <tbody>
            {survey.periods.toReversed().map(({ period, average200Pct, median200Pct, services }) => (
              <tr key={period}>
                <th scope="row">{period.replace("-", " ")}</th>
                <td class="number">{figure(average200Pct)}</td>
                <td class="number">{figure(median200Pct)}</td>
                <td class="number">{count(services)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p class="quiet" lang="en" dir="ltr">
        {survey.attribution}
      </p>
    </section>
  );
}
