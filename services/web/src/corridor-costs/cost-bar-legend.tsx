import type { ComponentChildren } from "preact";
import { useWords } from "../words/words.ts";
import { highLinePct, lowLinePct } from "./cost-band.ts";

/** What the parts of a cost bar mean. */
export function CostBarLegend() {
  const { t, roundPercent } = useWords();
  return (
    <ul class="cluster quiet legend">
      <li>
        <Sample>
          <rect class="bar-best" y="6" width="28" height="8" />
        </Sample>{" "}
        {t("costs.legend.best")}
      </li>
      <li>
        <Sample>
          <rect class="bar-mean" y="6" width="28" height="8" />
        </Sample>{" "}
        {t("costs.legend.mean")}
      </li>
      <li>
        <Sample>
          <line class="line-low" x1="14" x2="14" y1="0" y2="20" />
        </Sample>{" "}
        {roundPercent(lowLinePct)}
      </li>
      <li>
        <Sample>
          <line class="line-high" x1="14" x2="14" y1="0" y2="20" />
        </Sample>{" "}
        {roundPercent(highLinePct)}
      </li>
    </ul>
  );
}

function Sample({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="sample" width="28" height="20" viewBox="0 0 28 20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}
