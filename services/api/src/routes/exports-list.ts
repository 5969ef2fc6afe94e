import {
  columnsOf,
  datasetContracts,
  datasetNames,
  type ExportsAnswer,
  exportFormats,
  exportsAnswer,
} from "@openremit/shared/contracts";
import { constantly } from "@openremit/shared/serving";
import { defineRoute } from "../define-route.ts";

const datasets = datasetNames.map((name): ExportsAnswer["datasets"][number] => {
  const { title, description, rowKey, row, query } = datasetContracts[name];
  return {
    name,
    title,
    description,
    rowKey: [...rowKey],
    files: exportFormats.map((format) => ({ format, path: `/v1/exports/${name}.${format}` })),
    filters: Object.keys(query.shape),
    columns: columnsOf(row).map((column) => ({ ...column, words: column.words && [...column.words] })),
  };
});

export const exportsList = defineRoute({
  method: "get",
  path: "/v1/exports",
  tag: "data",
  summary: "What can be exported, with its codebook",
  description: "Every dataset with its columns, their units and meaning, and the filters it takes.",
  request: {},
  response: exportsAnswer,
  handler: async (_input, { comparison }) => constantly({ simulated: comparison.simulated, datasets }),
});
