export { type HoldsKey, readHolder } from "./read-holder.ts";
export { type RecentRun, readRecentRuns } from "./read-recent-runs.ts";
export { readWaitingReports, type WaitingReport, type WaitingReports } from "./read-waiting-reports.ts";
