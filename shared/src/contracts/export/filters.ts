import { z } from "zod";
import { countryCode, currencyCode, day, key } from "../primitives.ts";
import { alpha3Code, surveyPeriod } from "../survey.ts";

/** What narrows a dataset. Each takes those that fit it. */
export interface ExportFilters {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly provider?: string | undefined;
  readonly source?: string | undefined;
  readonly base?: string | undefined;
  readonly quote?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** In the order wanted; absent: all. */
  readonly columns?: readonly string[] | undefined;
}

const since = day.optional().describe("First day, UTC").meta({ example: "2026-11-01" });
const until = day.optional().describe("Last day, UTC, included");

export const corridorFilters = {
  from: countryCode.optional().describe("Only corridors from this country").meta({ example: "BE" }),
  to: countryCode.optional().describe("Only corridors to this country").meta({ example: "MA" }),
};
export const providerFilter = { provider: key.optional().describe("Only this provider").meta({ example: "wise" }) };
export const sourceFilter = { source: key.optional().describe("Only this source") };
export const dayFilters = { since, until };
export const pairFilters = {
  base: currencyCode.optional().describe("Only rates with this base currency"),
  quote: currencyCode.optional().describe("Only rates with this quote currency"),
};

/** The survey knows countries by their alpha-3 codes, and time by the quarter. */
export const surveyFilters = {
  from: alpha3Code.optional().describe("Only corridors from this country").meta({ example: "BEL" }),
  to: alpha3Code.optional().describe("Only corridors to this country").meta({ example: "MAR" }),
  since: surveyPeriod.optional().describe("First quarter"),
  until: surveyPeriod.optional().describe("Last quarter, included"),
};

type Shape = Readonly<Record<string, z.ZodType>>;

/** The query of a dataset: its filters, and which of its columns are wanted. */
export function buildExportQuery<Filters extends Shape>(row: z.ZodObject, filters: Filters) {
  return z
    .object({ ...filters, columns: columnList(Object.keys(row.shape)) })
    .strict()
    .refine(isForward, { error: "not after until", path: ["since"] });
}

function isForward({ since, until }: Readonly<Record<string, unknown>>): boolean {
  return typeof since !== "string" || typeof until !== "string" || since <= until;
}

function columnList(names: readonly string[]) {
  return z
    .string()
    .transform((text) => text.split(","))
    .pipe(
      z
        .array(z.enum(names, { error: ({ input }) => `no column ${String(input)}; there are ${names.join(", ")}` }))
        .min(1)
        .refine((list) => new Set(list).size === list.length, "a column is named twice"),
    )
    .optional()
    .describe("Columns wanted, in that order, separated by commas; all unless said");
}
