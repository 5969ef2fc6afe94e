import { datasetContracts } from "../../contracts/index.ts";
import { quoteRows, readCorridorSpans } from "../../storage/index.ts";
import { keysAsked, namesCountry } from "./corridors-asked.ts";
import { momentsOf } from "./day-range.ts";
import { createRecordDataset } from "./record-dataset.ts";

/** Every quote as published, in its newest revision. */
export const quotes = createRecordDataset({
  contract: datasetContracts.quotes,
  source: quoteRows,
  filterValues: async (filters, { view }) => ({
    corridorKeys: namesCountry(filters) ? keysAsked(await readCorridorSpans(view), filters) : undefined,
    provider: filters.provider,
    source: filters.source,
    ...momentsOf(filters),
  }),
});
