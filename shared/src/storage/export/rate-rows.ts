import type { RowsSource } from "./build-rows-query.ts";

/** Rows of reference rates. The rights are the source, in whose place config says them. */
export const rateRows: RowsSource = {
  columns: {
    source: "r.source",
    base: "r.base",
    quote: "r.quote",
    observed_on: "r.observed_on",
    value: "r.value",
    contributors: "r.contributors",
    revision: "r.revision",
    fetched_at: "r.fetched_at",
    recorded_at: "r.recorded_at",
    flags: "array_to_string(o.flags, ' ')",
    simulated: "o.simulated",
    run_id: "r.run_id",
    answer_sha256: `o."answerSha256"`,
    licence: "r.source",
    attribution: "r.source",
  },
  from: "rates r",
  details: {
    alias: "o",
    join: `cross join lateral json_to_record(r.observation) as o(flags text[], simulated boolean, "answerSha256" text)`,
  },
  order: ["r.source", "r.base", "r.quote", "r.observed_on"],
  texts: ["r.source", "r.base", "r.quote"],
  newest: "r.fetched_at desc, r.revision desc",
  filters: {
    source: "r.source = {}::text",
    base: "r.base = {}::text",
    quote: "r.quote = {}::text",
    from: "r.observed_on >= {}::date",
    before: "r.observed_on < {}::date",
  },
};
