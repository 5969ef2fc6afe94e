import { datasetContracts } from "../../contracts/index.ts";
import { rateRows } from "../../storage/index.ts";
import { daysOf } from "./day-range.ts";
import { createRecordDataset } from "./record-dataset.ts";

/** Every reference rate as published, in its newest revision. */
export const rates = createRecordDataset({
  contract: datasetContracts.rates,
  source: rateRows,
  filterValues: async (filters) => ({
    source: filters.source,
    base: filters.base,
    quote: filters.quote,
    ...daysOf(filters),
  }),
});
