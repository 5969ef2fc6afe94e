export { type AuditContext, auditFreshness } from "./audit/audit-job.ts";
export { judgeSilence, type Watched } from "./audit/judge-silence.ts";
export { publisherEnvironment } from "./environment.ts";
export { type FlowsImportContext, type ImportedFlows, importFlows } from "./flows/import-flows.ts";
export { type BilateralFlow, type ParsedFlows, parseFlows } from "./flows/parse-flows.ts";
export { createPublisher, type PublisherOptions } from "./publisher.ts";
export { type MadeRelease, makeRelease, type ReleaseContext } from "./release/make-release.ts";
export { releasableDay } from "./release/releasable-day.ts";
export { releaseDefinition } from "./release/release-job.ts";
export { type DownloadContext, type DownloadedSurvey, downloadSurvey } from "./survey/download-survey.ts";
export {
  type ImportedSurvey,
  importSurvey,
  type SurveyImportContext,
  type SurveyToImport,
  surveyReaderVersion,
} from "./survey/import-survey.ts";
export { readSurvey } from "./survey/read-survey.ts";
export { createReading, type Reading, type ReadingContext, refusalText } from "./survey/reading.ts";
