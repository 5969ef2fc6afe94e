import type { RowsSource } from "./build-rows-query.ts";

/** Rows of runs. */
export const runRows: RowsSource = {
  columns: {
    run_id: "u.run_id",
    source: "u.source",
    kind: "u.kind",
    outcome: "u.outcome",
    started_at: "u.started_at",
    finished_at: "u.finished_at",
    fetched_at: "u.fetched_at",
    error_code: "u.error_code",
    error_message: "u.error_message",
    adapter_version: "u.adapter_version",
    robots: "u.robots",
    quotes: "u.quote_count",
    rates: "u.rate_count",
    issues: "u.issue_count",
    simulated: "u.simulated",
    recorded_at: "u.recorded_at",
  },
  from: "runs u",
  order: ["u.source", "u.started_at desc", "u.run_id"],
  texts: ["u.source"],
  filters: {
    source: "u.source = {}::text",
    from: "u.started_at >= {}::timestamptz",
    before: "u.started_at < {}::timestamptz",
  },
};
