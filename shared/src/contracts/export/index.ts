export { type Column, type ColumnKind, columnKinds, columns, columnsOf } from "./column.ts";
export { type CorridorDayRow, corridorDayRow } from "./corridor-day-row.ts";
export { type CorridorRow, corridorRow } from "./corridor-row.ts";
export { columnsAsked, type DatasetContract, type DatasetName, datasetContracts, datasetNames } from "./datasets.ts";
export {
  type ExportFormat,
  type ExportsAnswer,
  exportFormats,
  exportParams,
  exportsAnswer,
} from "./exports-answer.ts";
export type { ExportFilters } from "./filters.ts";
export { type ProviderRow, providerRow } from "./provider-row.ts";
export { type QuoteRow, quoteRow } from "./quote-row.ts";
export { type RateRow, rateRow } from "./rate-row.ts";
export { type RunRow, runRow } from "./run-row.ts";
export { type SdgRow, sdgContract, sdgSeriesCodes, sdgSeriesName } from "./sdg-row.ts";
export { type SurveyCorridorRow, surveyCorridorRow } from "./survey-corridor-row.ts";
export { type SurveyServiceRow, surveyServiceRow } from "./survey-service-row.ts";
export type { Cell, Table } from "./table.ts";
