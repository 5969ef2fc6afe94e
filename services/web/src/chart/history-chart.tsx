import type { HistoryBucket } from "@openremit/shared/contracts";
import { useWords } from "../words/words.ts";
import { createChartFrame } from "./chart-frame.ts";
import { ChartGrid } from "./chart-grid.tsx";
import { ChartLegend } from "./chart-legend.tsx";
import { ChartMarks, Mark } from "./chart-marks.tsx";
import { lonePoints, type SurveyPoint, seriesNames, seriesOf } from "./series.ts";

export interface HistoryChartProps {
  /** Ascending; at least one with a figure. */
  readonly buckets: readonly HistoryBucket[];
  readonly since: string;
  readonly until: string;
  /** The survey's quarters within these days; they stand beside the lines and are never mixed into them (METHOD 3). */
  readonly surveyPoints: readonly SurveyPoint[];
}

/** With so few points each has its mark. */
const fewPoints = 12;

/** What a corridor cost over time, drawn: three lines that differ in dash and mark, not only in colour. */
export function HistoryChart({ buckets, since, until, surveyPoints }: HistoryChartProps) {
  const { t, day, language } = useWords();
  const series = seriesNames.map((name) => ({ name, points: seriesOf(buckets, name) }));
  const all = [...series.flatMap(({ points }) => points), ...surveyPoints];
  const frame = createChartFrame({ since, until, points: all, direction: language.direction });
  const alternative = t("history.chart.alternative", { since: day(since), until: day(until) });
  return (
    <figure class="chart stack">
      <svg class="plot" role="img" aria-label={alternative} focusable="false">
        <ChartMarks />
        <ChartGrid frame={frame} direction={language.direction} />
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" aria-hidden="true">
          {series.map(({ name, points }) => {
            const path = frame.path(points);
            return path === null ? null : <path key={name} class={`series ${name}`} fill="none" d={path} />;
          })}
        </svg>
        {series.map(({ name, points }) =>
          (buckets.length <= fewPoints ? points : lonePoints(points)).map((point) => (
            <Mark key={`${name} ${point.from}`} kind={name} point={point} frame={frame} />
          )),
        )}
        {surveyPoints.map((point) => (
          <Mark key={point.from} kind="survey" point={point} frame={frame} />
        ))}
      </svg>
      <p class="plot-days quiet">
        <span>{day(since)}</span>
        <span>{day(until)}</span>
      </p>
      <figcaption>
        <ChartLegend hasSurvey={surveyPoints.length > 0} />
      </figcaption>
    </figure>
  );
}
