import type { Catalog } from "../../catalog/index.ts";
import { type CorridorRow, datasetContracts } from "../../contracts/index.ts";
import { type Corridor, corridorKey, dayOf } from "../../domain/index.ts";
import { type CorridorSpan, readCorridorSpans } from "../../storage/index.ts";
import { corridorCells } from "./corridor-cells.ts";
import { isAsked } from "./corridors-asked.ts";
import { createListedDataset } from "./listed-dataset.ts";

/** Every corridor of money that config knows, with when it was observed. */
export const corridors = createListedDataset({
  contract: datasetContracts.corridors,
  async *list(filters, { catalog, view, now }) {
    const spans = await readCorridorSpans(view);
    const today = dayOf(now);
    const asked = [...catalog.corridors].filter(([key]) => isAsked(key, filters)).sort(([a], [b]) => (a < b ? -1 : 1));
    yield asked.map(([key, corridor]) => rowOf(corridor, spans.get(key), catalog, today));
  },
});

function rowOf(corridor: Corridor, span: CorridorSpan | undefined, catalog: Catalog, today: string): CorridorRow {
  const config = catalog.corridorConfigs.get(corridor.id);
  const standard = config && corridorKey({ ...config, receiveCurrency: config.receiveCurrencies[0] ?? "" });
  return {
    ...corridorCells(corridor),
    is_default_currency: standard === corridorKey(corridor),
    amounts: config?.amounts.join(" ") ?? "",
    regime: catalog.rateKnowledge([]).regimeOf(corridor.receiveCurrency, today),
    enabled: config?.enabled === true,
    first_observed_at: span?.first.toISOString() ?? null,
    last_observed_at: span?.last.toISOString() ?? null,
  };
}
