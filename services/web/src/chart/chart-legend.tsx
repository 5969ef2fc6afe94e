import { useWords } from "../words/words.ts";
import type { MarkKind } from "./chart-marks.tsx";
import { seriesNames } from "./series.ts";

/** What each line and mark means. */
export function ChartLegend({ hasSurvey }: { readonly hasSurvey: boolean }) {
  const { t } = useWords();
  const kinds: readonly MarkKind[] = hasSurvey ? [...seriesNames, "survey"] : seriesNames;
  return (
    <ul class="cluster legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <svg class="sample long" width="48" height="20" viewBox="-24 -10 48 20" aria-hidden="true" focusable="false">
            {kind !== "survey" && <path class={`series ${kind}`} fill="none" d="M-24 0H24" />}
            <use href={`#mark-${kind}`} class={`point ${kind}`} />
          </svg>
          {t(`history.series.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
