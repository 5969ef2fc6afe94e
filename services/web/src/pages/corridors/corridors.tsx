import type { CorridorSummary } from "@openremit/shared/contracts";
import { costBandOf } from "../../corridor-costs/cost-band.ts";
import { CostLines } from "../../corridor-costs/cost-lines.tsx";
import { rankByMeanCost } from "../../corridor-costs/rank-by-mean-cost.ts";
import type { MapRoute } from "../../map/draw-map.ts";
import type { Page } from "../../site/page.ts";
import { useWords } from "../../words/words.ts";
import { CorridorsMap } from "./corridors-map.tsx";
import { CorridorsTable } from "./corridors-table.tsx";

/** Every corridor by cost: on a map, and in full in a table. */
export const corridors: Page = {
  path: "/corridors",
  answer({ words: { t } }, { comparison }) {
    const { answer, ...life } = comparison.corridors({ sort: "cost" });
    return {
      kind: "page",
      title: t("corridors.title"),
      description: t("corridors.lead"),
      body: <Corridors summaries={rankByMeanCost(answer.corridors)} />,
      life,
    };
  },
};

export interface CorridorsProps {
  /** Cheapest first. */
  readonly summaries: readonly CorridorSummary[];
}

export function Corridors({ summaries }: CorridorsProps) {
  const { t } = useWords();
  return (
    <>
      <h1>{t("corridors.title")}</h1>
      <p class="lead">{t("corridors.lead")}</p>
      {summaries.length === 0 ? (
        <p class="note">{t("costs.no_corridors")}</p>
      ) : (
        <>
          <CorridorsMap routes={routesOf(summaries)} />
          <CostLines />
          <CorridorsTable summaries={summaries} />
        </>
      )}
    </>
  );
}

/** One way per country pair: that of its cheapest currency, which comes first. */
export function routesOf(summaries: readonly CorridorSummary[]): MapRoute[] {
  const routes = new Map<string, MapRoute>();
  summaries.forEach(({ corridor, meanCostPct }, index) => {
    if (routes.has(corridor.id)) return;
    const { sendCountry: from, receiveCountry: to } = corridor;
    routes.set(corridor.id, { from, to, band: costBandOf(meanCostPct), number: index + 1 });
  });
  return [...routes.values()];
}
