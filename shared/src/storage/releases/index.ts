export {
  type ChangeCounts,
  type ChangedRow,
  compareRows,
  type KeyedRow,
  type KeyedRows,
} from "./compare-rows.ts";
export { compareReleases, readRelease, readReleases } from "./read-releases.ts";
export { readSurveyFilesBefore } from "./read-survey-files.ts";
export { withReleaseLock } from "./release-lock.ts";
export { type StandingFile, standFile } from "./stand-file.ts";
