export { type ExtractId, readExtractIds } from "./read-extract-ids.ts";
export { readSurveyFile } from "./read-survey-file.ts";
export {
  readSurveyPeriods,
  readSurveyPrices,
  readSurveyVersion,
  type StoredSurveyPrice,
  type SurveyPricesQuestion,
} from "./read-survey-prices.ts";
export { type ReadSurveyFile, recordSurvey } from "./record-survey.ts";
export { copiedColumns, copyLine, type SurveyRowToStore } from "./survey-columns.ts";
export {
  type ReadFlows,
  readSurveyFlows,
  recordSurveyFlows,
  type StoredFlow,
  type SurveyFlowFile,
} from "./survey-flows.ts";
