import type { HistoryAnswer } from "@openremit/shared/contracts";
import { HistoryChart } from "../../chart/history-chart.tsx";
import { useWords } from "../../words/words.ts";
import { CheapestList } from "./cheapest-list.tsx";
import { listCheapestRuns } from "./cheapest-runs.ts";
import { HistoryForm } from "./history-form.tsx";
import { HistoryTable } from "./history-table.tsx";
import type { HistoryAsked } from "./parse-history-question.ts";
import { type SurveyOfCorridor, surveyPointsOf } from "./read-survey.ts";
import { SurveyTable } from "./survey-table.tsx";

export interface HistoryViewProps {
  readonly asked: HistoryAsked;
  /** The two countries in words. */
  readonly route: string;
  /** Null where the days asked for make no sense. */
  readonly answer: HistoryAnswer | null;
  /** The reference rate does not represent the market: no cost in per cent is shown (METHOD 4). */
  readonly isUnrepresentative: boolean;
  /** Null where the World Bank's survey has nothing about the two countries. */
  readonly survey: SurveyOfCorridor | null;
}

export function HistoryView({ asked, route, answer, isUnrepresentative, survey }: HistoryViewProps) {
  const { t, href, roundMoney, currencyName } = useWords();
  const { config, corridor, pay } = asked;
  const currency = config.receiveCurrencies.length > 1 ? corridor.receiveCurrency : undefined;
  return (
    <>
      <h1>{t("history.title", { route })}</h1>
      <p class="lead">{t("history.lead")}</p>
      <p class="cluster">
        <span>{t("history.for_amount", { pay: roundMoney(pay, corridor.sendCurrency) })}</span>
        {currency !== undefined && <span class="label">{currencyName(currency)}</span>}
      </p>
      {asked.asked !== null && (
        <p class="note">{t("history.nearest_amount", { asked: roundMoney(asked.asked, corridor.sendCurrency) })}</p>
      )}
      {answer !== null &&
        (isUnrepresentative ? (
          <p class="note">{t("warning.reference_not_representative")}</p>
        ) : (
          <Figures answer={answer} survey={survey} />
        ))}
      {survey === null ? <p class="quiet">{t("history.survey.none")}</p> : <SurveyTable survey={survey} />}
      <section>
        <h2>{t("history.form")}</h2>
        <HistoryForm asked={asked} />
      </section>
      <p>
        <a class="button plain" href={href(`/${corridor.id}`, { pay: asked.asked ?? pay, currency })}>
          {t("history.prices_now")}
        </a>
      </p>
    </>
  );
}

interface FiguresProps {
  readonly answer: HistoryAnswer;
  readonly survey: SurveyOfCorridor | null;
}

/** Lines, who was cheapest, and the table; or in words why there is nothing to draw. */
function Figures({ answer: { buckets, question }, survey }: FiguresProps) {
  const { t } = useWords();
  const surveyPoints = surveyPointsOf(survey, question.since, question.until);
  if (buckets.length === 0) return <p class="note">{t("history.empty")}</p>;
  const isDrawn = buckets.some(({ meanCostPct }) => meanCostPct !== null);
  return (
    <>
      {buckets.length === 1 && <p class="note">{t("history.one_point")}</p>}
      {buckets.some(({ withoutReference }) => withoutReference > 0) && <p class="note">{t("history.without_rate")}</p>}
      {isDrawn && <HistoryChart buckets={buckets} {...question} surveyPoints={surveyPoints} />}
      {surveyPoints.length > 0 && <p class="quiet">{t("history.survey.some")}</p>}
      <CheapestList runs={listCheapestRuns(buckets)} />
      <HistoryTable buckets={buckets} />
    </>
  );
}
