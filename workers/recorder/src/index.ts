export { recorderEnvironment } from "./environment.ts";
export { type RecordContext, recordDefinition, recordRunJob } from "./record-run-job.ts";
export { createRecorder, type RecorderOptions } from "./recorder.ts";
