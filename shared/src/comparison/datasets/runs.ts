import { datasetContracts } from "../../contracts/index.ts";
import { runRows } from "../../storage/index.ts";
import { momentsOf } from "./day-range.ts";
import { createRecordDataset } from "./record-dataset.ts";

/** Every visit to a source. */
export const runs = createRecordDataset({
  contract: datasetContracts.runs,
  source: runRows,
  filterValues: async (filters) => ({ source: filters.source, ...momentsOf(filters) }),
});
