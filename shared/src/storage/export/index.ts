export { buildCountQuery, buildRowsQuery, type RowsSource } from "./build-rows-query.ts";
export { type CorridorSpan, readCorridorSpans } from "./corridor-spans.ts";
export { quoteRows } from "./quote-rows.ts";
export { rateRows } from "./rate-rows.ts";
export { runRows } from "./run-rows.ts";
export { surveyServiceRows } from "./survey-service-rows.ts";
