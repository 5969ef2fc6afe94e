export { claimMode } from "./claim-mode.ts";
export { type Correction, readCorrections } from "./corrections.ts";
export { type Database, type DatabaseOptions, openDatabase, usualPoolSize } from "./database.ts";
export { waitForEarlierWriters } from "./earlier-writers.ts";
export { knownMigrations, migrateTo, migrateToLatest, readMigrations } from "./migrate.ts";
export { type MissingKey, replaceMissingKeys } from "./missing-keys.ts";
export { type OpenIssue, readOpenIssues } from "./open-issues.ts";
export { openRecordView, type RecordView, type RecordViewOptions } from "./open-record-view.ts";
export { type LatestQuestion, readLatest } from "./read-latest.ts";
export {
  type QuoteRevision,
  type QuotesQuestion,
  readQuoteRevisions,
  readQuotesBetween,
} from "./read-quotes.ts";
export { type RatesQuestion, readRates } from "./read-rates.ts";
export { type RecordedVisit, readRun } from "./read-run.ts";
export { createReaderDesk, type ReaderDesk } from "./reader-desk.ts";
export { type RefusedPayload, recordRefusedPayload } from "./refused-payloads.ts";
export { recordReport } from "./reports.ts";
export { type Silence, settleSilences } from "./silences.ts";
export { createSnapshotKeeper, readSnapshot, type Snapshot, saveSnapshot } from "./snapshots.ts";
export { pauseSource, readPauses, resumeSource, type SourcePause } from "./source-pauses.ts";
export { type LastRun, readSourceStates, type SourceState } from "./source-states.ts";
export type { Reading } from "./statement.ts";
export type { RawRow, RowsQuery } from "./stream-rows.ts";
