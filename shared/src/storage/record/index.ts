export { recordRun } from "./record-run.ts";
export type { RecordedRun } from "./recording.ts";
