import { useWords } from "../../words/words.ts";
import type { CheapestRun } from "./cheapest-runs.ts";
import { periodText } from "./period-text.ts";

/** Enough for a glance; the rest waits behind a tap. */
const shown = 6;

/** Which provider was cheapest when. */
export function CheapestList({ runs }: { readonly runs: readonly CheapestRun[] }) {
  const { t } = useWords();
  if (runs.length === 0) return null;
  const rest = runs.slice(shown);
  return (
    <section>
      <h2>{t("history.cheapest.title")}</h2>
      <Runs runs={runs.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary>{t("history.cheapest.more", { count: rest.length })}</summary>
          <Runs runs={rest} />
        </details>
      )}
    </section>
  );
}

function Runs({ runs }: { readonly runs: readonly CheapestRun[] }) {
  const words = useWords();
  const { t, percent } = words;
  return (
    <ul class="bare runs">
      {runs.map((run) => (
        <li key={run.from}>
          <strong>{run.provider}</strong> <span>{periodText(run, words)}</span>{" "}
          <span class="quiet">
            {run.lowestPct === run.highestPct
              ? percent(run.lowestPct)
              : t("history.between", { low: percent(run.lowestPct), high: percent(run.highestPct) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
