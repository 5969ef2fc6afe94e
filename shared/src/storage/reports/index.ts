export { buildCorrection, type CorrectedFigures, describeCorrection } from "./build-correction.ts";
export { type CorrectedQuote, type Correcting, correctionVersion, correctQuote } from "./correct-quote.ts";
export {
  decideReport,
  eraseReportText,
  findReport,
  type ReportDecision,
  type ReportStatus,
  readReportDecisions,
  readReports,
  reportStatuses,
  type StoredReport,
} from "./review-reports.ts";
