import { z } from "zod";
import { columns } from "./column.ts";
import { rightsColumns } from "./shared-columns.ts";

const { text, decimal, integer, boolean, instant, day, currency, sha256 } = columns;

/** One reference rate as one publisher gave it for one day, never inverted. */
export const rateRow = z
  .object({
    source: text("Who published it; see /v1/sources"),
    base: currency("ISO 4217"),
    quote: currency("ISO 4217"),
    observed_on: day("The publication day the source gives"),
    value: decimal("quote per base", "Units of quote for one unit of base, as published"),
    contributors: integer("institutions", "Institutions behind the figure; 1 for a central bank's own"),
    revision: integer(null, "1, and one more for each correction; the last one stands here"),
    fetched_at: instant("When it was fetched; UTC"),
    recorded_at: instant("When this revision was recorded; UTC"),
    flags: text("Warnings of the checks, separated by blanks"),
    simulated: boolean("True: invented by the sandbox, no rate of anybody"),
    run_id: text("The visit that saw this revision; see the dataset runs"),
    answer_sha256: sha256("Hash of the answer's bytes"),
    ...rightsColumns,
  })
  .strict();
export type RateRow = z.infer<typeof rateRow>;
