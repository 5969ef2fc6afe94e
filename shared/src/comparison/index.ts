export type { Answered } from "./answered.ts";
export { buildSourcesAnswer } from "./answers/sources-answer.ts";
export {
  type Comparison,
  type ComparisonChange,
  type ComparisonHealth,
  type ComparisonOptions,
  createComparison,
} from "./create-comparison.ts";
export type { Dataset, DatasetGround } from "./datasets/dataset.ts";
export { datasets } from "./datasets/index.ts";
export { type OpenedExport, openPastExport, type PastKnowledge } from "./datasets/open-export.ts";
export { mostPaid, mostReceived } from "./parse-ask.ts";
export type {
  CorridorChoice,
  CorridorsQuestion,
  HistoryQuestion,
  IndexQuestion,
  OffersQuestion,
  RatesQuestion,
  SurveyCorridorsQuestion,
} from "./questions.ts";
export { noFilters, type OfferFilters } from "./rank/ask.ts";
export { surveyAttribution, surveyLicence, surveySource } from "./survey/about-survey.ts";
export { createVisitDesk, type VisitDesk } from "./visits/create-visit-desk.ts";
