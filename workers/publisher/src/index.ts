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
