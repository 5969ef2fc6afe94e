import { z } from "zod";
import { columns } from "./column.ts";
import { rightsColumns } from "./shared-columns.ts";

const { text, decimal, integer } = columns;
const percent = "per cent of the amount";
const mean = "Mean of the total cost over service rows, to four places; empty without one";

/** What one corridor cost in one quarter by the World Bank's survey (METHOD 7). */
export const surveyCorridorRow = z
  .object({
    period: text("Quarter of the survey, such as 2014-Q2"),
    corridor: text("Sending and receiving country, such as BEL-MAR"),
    source_country: text("ISO 3166-1 alpha-3"),
    destination_country: text("ISO 3166-1 alpha-3"),
    services: integer(
      "services",
      "Service rows behind the figures at USD 200: those that are counted in survey-services",
    ),
    services_500: integer("services", "The same at USD 500"),
    firms: integer("firms", "Firms behind the figures at USD 200"),
    average_200_pct: decimal(percent, `${mean}; at USD 200`).nullable(),
    average_500_pct: decimal(percent, `${mean}; at USD 500`).nullable(),
    median_200_pct: decimal(percent, "Median at USD 200").nullable(),
    median_500_pct: decimal(percent, "Median at USD 500").nullable(),
    smart_like_pct: decimal(
      percent,
      "Mean of the three cheapest suitable services at USD 200; the rule stands in /v1/survey/corridors",
    ).nullable(),
    cheapest_200_firm: text("Firm of the cheapest service at USD 200").nullable(),
    cheapest_200_pct: decimal(percent, "Its total cost, as published").nullable(),
    cheapest_500_firm: text("Firm of the cheapest service at USD 500").nullable(),
    cheapest_500_pct: decimal(percent, "Its total cost, as published").nullable(),
    ...rightsColumns,
  })
  .strict();
export type SurveyCorridorRow = z.infer<typeof surveyCorridorRow>;
