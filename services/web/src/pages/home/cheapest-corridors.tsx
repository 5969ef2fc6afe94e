import type { CorridorSummary } from "@openremit/shared/contracts";
import { CostBarLegend } from "../../corridor-costs/cost-bar-legend.tsx";
import { CostLines } from "../../corridor-costs/cost-lines.tsx";
import { useWords } from "../../words/words.ts";
import { CorridorCostRow } from "./corridor-cost-row.tsx";

/** So many that the page stays short; the page of all countries has the rest. */
const shown = 10;

export interface CheapestCorridorsProps {
  /** Cheapest first. */
  readonly summaries: readonly CorridorSummary[];
}

/** Where sending costs least, with the two lines of the United Nations drawn in. */
export function CheapestCorridors({ summaries }: CheapestCorridorsProps) {
  const { t, href } = useWords();
  const currenciesOf = (id: string) => summaries.filter(({ corridor }) => corridor.id === id).length;
  return (
    <section>
      <h2>{t("home.costs_title")}</h2>
      <p>{t("home.costs_lead")}</p>
      {summaries.length === 0 ? (
        <p class="note">{t("costs.no_corridors")}</p>
      ) : (
        <>
          <CostBarLegend />
          <ol class="bare cost-rows">
            {summaries.slice(0, shown).map((summary) => (
              <CorridorCostRow
                key={`${summary.corridor.id} ${summary.corridor.receiveCurrency}`}
                summary={summary}
                hasCurrencies={currenciesOf(summary.corridor.id) > 1}
              />
            ))}
          </ol>
          {summaries.some(({ bestCostPct }) => bestCostPct?.startsWith("-")) && <p class="quiet">{t("costs.minus")}</p>}
          <CostLines />
          <p>
            <a class="button plain" href={href("/corridors")}>
              {t("home.all_corridors", { count: summaries.length })}
            </a>
          </p>
        </>
      )}
    </section>
  );
}
