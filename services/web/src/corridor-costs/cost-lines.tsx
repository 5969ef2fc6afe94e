import { useWords } from "../words/words.ts";
import { highLinePct, lowLinePct } from "./cost-band.ts";

/** What the two lines of SDG 10.c are, and what they are not (METHOD 7). */
export function CostLines() {
  const { t, roundPercent } = useWords();
  return (
    <details>
      <summary>{t("costs.lines.title", { low: roundPercent(lowLinePct), high: roundPercent(highLinePct) })}</summary>
      <ul>
        <li>{t("costs.lines.low", { line: roundPercent(lowLinePct) })}</li>
        <li>{t("costs.lines.high", { line: roundPercent(highLinePct) })}</li>
      </ul>
      <p>{t("costs.lines.judge_nobody")}</p>
    </details>
  );
}
