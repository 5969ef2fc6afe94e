import { z } from "zod";
import { columns } from "./column.ts";
import type { DatasetContract } from "./datasets.ts";
import { buildExportQuery } from "./filters.ts";

const { text, word, decimal, integer } = columns;

/** What its table is called. */
export const sdgSeriesName = "sdg-10-c-1";

/** Series of the United Nations' SDG indicator 10.c.1 that the survey's rows answer. */
export const sdgSeriesCodes = ["SI_RMT_COST", "SI_RMT_COST_SND"] as const;

/** One observation as SDMX-CSV 2.0 writes it, dimensions first. */
export const sdgRow = z
  .object({
    STRUCTURE: word(["dataflow"], "What STRUCTURE_ID names"),
    STRUCTURE_ID: text("Agency, id and version of the dataflow, ours"),
    ACTION: word(["I"], "I: for information"),
    FREQ: word(["A"], "A: annual"),
    SERIES: word(
      sdgSeriesCodes,
      "SI_RMT_COST: cost of sending USD 200 to REF_AREA; SI_RMT_COST_SND: of sending it from there",
    ),
    REF_AREA: text("ISO 3166-1 alpha-3; WLD: world, the mean of all services, senders in Russia left out"),
    TIME_PERIOD: text("Year; its third quarter is taken"),
    OBS_VALUE: decimal("per cent of the amount", "Mean of the total cost over transparent service rows (METHOD 7)"),
    UNIT_MEASURE: word(["PT"], "PT: per cent"),
    SERVICES: integer("services", "Service rows behind the figure"),
    CORRIDORS: integer("corridors", "Corridors behind the figure"),
    SOURCE_DETAIL: text("Words to show beside the figure"),
  })
  .strict();
export type SdgRow = z.infer<typeof sdgRow>;

/** A view of the survey for statistical offices; releases hold it, and nobody filters it. */
export const sdgContract = {
  title: "SDG 10.c.1-style series",
  description:
    "One row is one year of one series in the manner of the United Nations' indicator 10.c.1, made of the World Bank's Remittance Prices Worldwide: SDMX-CSV 2.0. The figures are ours, not the official ones. By series, area and year.",
  rowKey: ["SERIES", "REF_AREA", "TIME_PERIOD"],
  row: sdgRow,
  query: buildExportQuery(sdgRow, {}),
} as const satisfies DatasetContract;
