import type { Catalog } from "../catalog/index.ts";
import { type Corridor, corridorKey, notCoveredParameter } from "../domain/index.ts";
import type { CorridorChoice } from "./questions.ts";

/**
 * The corridor of money a question is about; currencies default to the country pair's own (METHOD 5).
 *
 * @throws NotCoveredError naming what is covered, with `details.errors` by parameter.
 */
export function resolveCorridor(catalog: Catalog, choice: CorridorChoice): Corridor {
  const config = catalog.corridorConfigs.get(choice.corridorId);
  if (config === undefined || !config.enabled) {
    throw notCoveredParameter(
      "id",
      `There is no corridor ${choice.corridorId}. See /v1/corridors for those there are.`,
    );
  }
  const sendCurrency = choice.sendCurrency ?? config.sendCurrency;
  if (sendCurrency !== config.sendCurrency) {
    throw notCoveredParameter(
      "sendCurrency",
      `${config.id} is sent in ${config.sendCurrency}, not in ${sendCurrency}.`,
    );
  }
  const receiveCurrency = choice.receiveCurrency ?? config.receiveCurrencies[0] ?? "";
  const key = corridorKey({ ...config, sendCurrency, receiveCurrency });
  const corridor = catalog.corridors.get(key);
  if (corridor === undefined) {
    const paid = config.receiveCurrencies.join(" or ");
    throw notCoveredParameter("receiveCurrency", `${config.id} is paid out in ${paid}, not in ${receiveCurrency}.`);
  }
  return corridor;
}
