import type { z } from "zod";
import { type Column, columnsOf } from "./column.ts";
import { corridorDayRow } from "./corridor-day-row.ts";
import { corridorRow } from "./corridor-row.ts";
import {
  buildExportQuery,
  corridorFilters,
  dayFilters,
  pairFilters,
  providerFilter,
  sourceFilter,
  surveyFilters,
} from "./filters.ts";
import { providerRow } from "./provider-row.ts";
import { quoteRow } from "./quote-row.ts";
import { rateRow } from "./rate-row.ts";
import { runRow } from "./run-row.ts";
import { surveyCorridorRow } from "./survey-corridor-row.ts";
import { surveyServiceRow } from "./survey-service-row.ts";

/** What a dataset is, whoever writes it into whatever format: exports, releases and their codebooks start here. */
export interface DatasetContract {
  readonly title: string;
  readonly description: string;
  /** What no two rows share. */
  readonly rowKey: readonly string[];
  readonly row: z.ZodObject;
  readonly query: z.ZodObject;
}

export const datasetContracts = {
  quotes: {
    title: "Quotes",
    description:
      "One row is one quote: provider, corridor, amount, pay-in, pay-out, pay-out currency and time, as published, in its newest revision. By corridor, time and id.",
    rowKey: ["quote_id"],
    row: quoteRow,
    query: buildExportQuery(quoteRow, { ...corridorFilters, ...providerFilter, ...sourceFilter, ...dayFilters }),
  },
  rates: {
    title: "Reference rates",
    description:
      "One row is one publisher's rate of one pair for one day, as published, in its newest revision. By source, pair and day.",
    rowKey: ["source", "base", "quote", "observed_on"],
    row: rateRow,
    query: buildExportQuery(rateRow, { ...sourceFilter, ...pairFilters, ...dayFilters }),
  },
  "corridor-days": {
    title: "Corridor days",
    description:
      "One row is one corridor on one day at one sampled amount: mean, median, cheapest and three cheapest effective cost of the standing offers, as the history of a corridor shows them. A day without a price is left out.",
    rowKey: ["corridor", "send_currency", "receive_currency", "day", "amount"],
    row: corridorDayRow,
    query: buildExportQuery(corridorDayRow, { ...corridorFilters, ...dayFilters }),
  },
  providers: {
    title: "Providers",
    description: "One row is one provider, also those that are paused or retired.",
    rowKey: ["provider"],
    row: providerRow,
    query: buildExportQuery(providerRow, providerFilter),
  },
  corridors: {
    title: "Corridors",
    description: "One row is one corridor of money: a country pair in one pay-out currency.",
    rowKey: ["corridor", "send_currency", "receive_currency"],
    row: corridorRow,
    query: buildExportQuery(corridorRow, corridorFilters),
  },
  runs: {
    title: "Runs",
    description:
      "One row is one visit to a source, also when it found nothing. By source, the newest first. Dates filter by the day it started.",
    rowKey: ["run_id"],
    row: runRow,
    query: buildExportQuery(runRow, { ...sourceFilter, ...dayFilters }),
  },
  "survey-services": {
    title: "Survey services",
    description:
      "One row is one service of the World Bank's Remittance Prices Worldwide at one amount, as published, in its newest revision; averages are taken over those that are counted. By quarter and id. Countries are alpha-3 codes and dates are quarters, such as since=2014-Q2.",
    rowKey: ["period", "survey_id"],
    row: surveyServiceRow,
    query: buildExportQuery(surveyServiceRow, surveyFilters),
  },
  "survey-corridors": {
    title: "Survey corridors",
    description:
      "One row is one corridor in one quarter of the World Bank's Remittance Prices Worldwide: averages, medians and cheapest services, as /v1/survey/corridors shows them. Countries are alpha-3 codes and dates are quarters.",
    rowKey: ["period", "corridor"],
    row: surveyCorridorRow,
    query: buildExportQuery(surveyCorridorRow, surveyFilters),
  },
} as const satisfies Record<string, DatasetContract>;

export type DatasetName = keyof typeof datasetContracts;
export const datasetNames = Object.keys(datasetContracts) as readonly DatasetName[];

/** The columns asked for, in the order asked; all of them where none are named. */
export function columnsAsked(row: z.ZodObject, asked: readonly string[] | undefined): readonly Column[] {
  const all = columnsOf(row);
  return asked === undefined ? all : asked.flatMap((name) => all.filter((column) => column.name === name));
}
