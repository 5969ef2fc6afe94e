import type { CorridorSummary } from "@openremit/shared/contracts";
import { decimalText, parseDecimal } from "@openremit/shared/domain";
import { CostBar } from "../../corridor-costs/cost-bar.tsx";
import { costInMoney } from "../../corridor-costs/cost-in-money.ts";
import { noCostReasonOf } from "../../corridor-costs/no-cost-reason.ts";
import { useWords } from "../../words/words.ts";

export interface CorridorCostRowProps {
  readonly summary: CorridorSummary;
  /** Whether this country pair is paid out in several currencies. */
  readonly hasCurrencies: boolean;
}

/** One corridor: what its usual amount costs there, on average and at best, and when that was checked. */
export function CorridorCostRow({ summary, hasCurrencies }: CorridorCostRowProps) {
  const { t, href, country, currencyName, moment } = useWords();
  const { corridor, pay, meanCostPct, bestCostPct, newestObservedAt } = summary;
  const query = {
    pay: decimalText(parseDecimal(pay)),
    currency: hasCurrencies ? corridor.receiveCurrency : undefined,
  };
  return (
    <li class="cost-row">
      <h3>
        <a href={href(`/${corridor.id}`, query)}>
          {t("route.name", { from: country(corridor.sendCountry), to: country(corridor.receiveCountry) })}
        </a>{" "}
        {hasCurrencies && <span class="label">{currencyName(corridor.receiveCurrency)}</span>}
      </h3>
      {meanCostPct === null ? (
        <WithoutCost {...summary} />
      ) : (
        <>
          <CostBar meanPct={meanCostPct} bestPct={bestCostPct} />
          <CostsInWords {...summary} meanCostPct={meanCostPct} />
        </>
      )}
      {newestObservedAt !== null && <p class="quiet">{t("costs.checked", { moment: moment(newestObservedAt) })}</p>}
    </li>
  );
}

function CostsInWords({
  corridor: { sendCurrency },
  pay,
  meanCostPct,
  bestCostPct,
  bestProvider,
}: CorridorSummary & { readonly meanCostPct: string }) {
  const { t, money, roundMoney, percent } = useWords();
  const costOf = (pct: string) => ({
    cost: money(costInMoney(pct, pay, sendCurrency), sendCurrency),
    percent: percent(pct),
  });
  return (
    <>
      <p>{t("costs.mean", { pay: roundMoney(pay, sendCurrency), ...costOf(meanCostPct) })}</p>
      {bestCostPct !== null && bestProvider !== null && (
        <p>{t("costs.best", { ...costOf(bestCostPct), provider: bestProvider.name })}</p>
      )}
    </>
  );
}

/** Without a cost there may still be an order: by what arrives. */
function WithoutCost(summary: CorridorSummary) {
  const { t, money } = useWords();
  const { bestReceived, bestProvider, corridor } = summary;
  const reason = noCostReasonOf(summary);
  return (
    <>
      {reason !== null && <p>{t(`warning.${reason}`)}</p>}
      {bestReceived !== null && bestProvider !== null && (
        <p>
          {t("costs.best_arrives", {
            money: money(bestReceived, corridor.receiveCurrency),
            provider: bestProvider.name,
          })}
        </p>
      )}
    </>
  );
}
