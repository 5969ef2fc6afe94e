import type { CorridorSummary } from "@openremit/shared/contracts";
import { decimalText, parseDecimal } from "@openremit/shared/domain";
import { noCostReasonOf } from "../../corridor-costs/no-cost-reason.ts";
import { ScrollRegion } from "../../layout/scroll-region.tsx";
import { useWords } from "../../words/words.ts";

export interface CorridorsTableProps {
  /** Cheapest first. */
  readonly summaries: readonly CorridorSummary[];
}

/** Every corridor with its figures. It scrolls by itself where the screen is narrow. */
export function CorridorsTable({ summaries }: CorridorsTableProps) {
  const { t } = useWords();
  return (
    <section>
      <h2 id="all-routes">{t("corridors.table.title")}</h2>
      <p class="quiet">{t("corridors.table.caption")}</p>
      <ScrollRegion labelledBy="all-routes" isWide>
        <table class="figures">
          <caption class="unseen">{t("corridors.table.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("corridors.table.place")}</th>
              <th scope="col">{t("corridors.table.route")}</th>
              <th scope="col" class="number" aria-sort="ascending">
                {t("corridors.table.mean")}
              </th>
              <th scope="col" class="number">
                {t("corridors.table.best")}
              </th>
              <th scope="col" class="number">
                {t("corridors.table.median")}
              </th>
              <th scope="col">{t("corridors.table.best_option")}</th>
              <th scope="col" class="number">
                {t("corridors.table.providers")}
              </th>
              <th scope="col">{t("corridors.table.checked")}</th>
            </tr>
          </thead>
          <tbody>
            {summaries.map((summary, index) => (
              <Row
                key={`${summary.corridor.id} ${summary.corridor.receiveCurrency}`}
                summary={summary}
                place={index + 1}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

interface RowProps {
  readonly summary: CorridorSummary;
  readonly place: number;
}

function Row({ summary, place }: RowProps) {
  const { t, href, country, currencyName, money, count, moment } = useWords();
  const { corridor, pay, bestProvider, bestReceived, coverage, newestObservedAt } = summary;
  const query = { pay: decimalText(parseDecimal(pay)), currency: corridor.receiveCurrency };
  return (
    <tr>
      <td>{count(place)}</td>
      <th scope="row">
        <a href={href(`/${corridor.id}`, query)}>
          {t("route.name", { from: country(corridor.sendCountry), to: country(corridor.receiveCountry) })}
        </a>
        <span class="quiet block">{currencyName(corridor.receiveCurrency)}</span>
      </th>
      <Costs {...summary} />
      <td>
        {bestProvider !== null && bestReceived !== null
          ? t("corridors.table.arrives", {
              provider: bestProvider.name,
              money: money(bestReceived, corridor.receiveCurrency),
            })
          : t("corridors.no_data")}
      </td>
      <td class="number">{count(coverage.providers)}</td>
      <td>{newestObservedAt === null ? t("corridors.never") : moment(newestObservedAt)}</td>
    </tr>
  );
}

/** Three figures, or in their place why there are none. */
function Costs(summary: CorridorSummary) {
  const { t, percent } = useWords();
  const { meanCostPct, medianCostPct, bestCostPct } = summary;
  if (meanCostPct === null || medianCostPct === null || bestCostPct === null) {
    const reason = noCostReasonOf(summary);
    return <td colSpan={3}>{reason === null ? t("corridors.no_data") : t(`warning.${reason}`)}</td>;
  }
  return (
    <>
      <td class="number">{percent(meanCostPct)}</td>
      <td class="number">{percent(bestCostPct)}</td>
      <td class="number">{percent(medianCostPct)}</td>
    </>
  );
}
