export type { ChangeListener } from "./changes.ts";
export { createDailyCap, type DailyCap } from "./daily-cap.ts";
export { ratesField } from "./keys.ts";
export { daysPerPair } from "./latest-scripts.ts";
export { createLatestStore, type LatestStore } from "./latest-store.ts";
export { createSourceGate, type SourceGate } from "./source-gate.ts";
