export { readSurveyFile } from "./read-survey-file.ts";
export { type ReadSurveyFile, recordSurvey } from "./record-survey.ts";
export { copiedColumns, copyLine, type SurveyRowToStore } from "./survey-columns.ts";
