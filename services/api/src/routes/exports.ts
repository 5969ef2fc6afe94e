import {
  type DatasetName,
  datasetContracts,
  datasetNames,
  type ExportFilters,
  exportFormats,
  exportParams,
} from "@openremit/shared/contracts";
import { dayOf, wrongParameter } from "@openremit/shared/domain";
import { type FileFormat, fileFormats } from "@openremit/shared/formats";
import type { ApiContext } from "../define-route.ts";
import { defineStreamRoute, type OpenedFile } from "../streams/define-stream-route.ts";

const contentTypes = exportFormats.map((format) => fileFormats[format].contentType);

/** One endpoint a dataset, with the filters that fit it. */
export const exportFiles = datasetNames.map((name) => {
  const { title, description, query } = datasetContracts[name];
  return defineStreamRoute({
    method: "get",
    path: `/v1/exports/${name}.{format}`,
    tag: "data",
    summary: `${title} as CSV, NDJSON, Parquet or XLSX`,
    description: `${description} Streamed, of any size, as the record stands when it is asked. A whole file ends with the trailing header X-Checksum-SHA256; one that breaks off ends in a reset connection.`,
    request: { params: exportParams, query },
    contentTypes,
    plan({ params: { format }, query: filters }, context) {
      const kind = fileFormats[format];
      const simulated = context.comparison.simulated ? "simulated-" : "";
      return {
        fileName: `openremit-${simulated}${name}-${dayOf(context.now())}.${format}`,
        contentType: kind.contentType,
        isText: kind.isText,
        open: () => openFile(name, filters, kind, context),
      };
    },
  });
});

async function openFile(
  name: DatasetName,
  filters: ExportFilters,
  { mostRows, write }: FileFormat,
  { comparison, now }: ApiContext,
): Promise<OpenedFile> {
  const opened = await comparison.openExport(name, filters);
  try {
    if (mostRows !== null && (await opened.countRows(mostRows + 1)) > mostRows) {
      throw wrongParameter(
        "format",
        `a sheet holds ${mostRows} rows, and these are more. Narrow the question, or take csv or parquet`,
      );
    }
  } catch (error) {
    await opened.abandon();
    throw error;
  }
  return { pieces: write(opened.table, now()), finish: opened.finish, abandon: opened.abandon };
}
