export { claimMode } from "./claim-mode.ts";
export { type Database, type DatabaseOptions, openDatabase } from "./database.ts";
export { migrateToLatest } from "./migrate.ts";
export { type LatestQuestion, readLatest } from "./read/read-latest.ts";
export {
  type QuoteRevision,
  type QuotesQuestion,
  readQuote,
  readQuoteRevisions,
  readQuotesBetween,
} from "./read/read-quotes.ts";
export { type RatesQuestion, readRates } from "./read/read-rates.ts";
export { type RecordedVisit, readRun } from "./read/read-run.ts";
export { type RecordedRun, recordRun } from "./record/index.ts";
export { readSnapshot, type Snapshot, saveSnapshot } from "./snapshots.ts";
export { type OpenIssue, readOpenIssues } from "./sources/open-issues.ts";
export { pauseSource, readPauses, resumeSource, type SourcePause } from "./sources/pauses.ts";
export { type RefusedPayload, recordRefusedPayload } from "./sources/refused-payloads.ts";
export { type LastRun, readSourceStates, type SourceState } from "./sources/source-states.ts";
