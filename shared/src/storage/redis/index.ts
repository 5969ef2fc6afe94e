export type { ChangeListener } from "./changes.ts";
export { createLatestStore, type LatestStore } from "./latest-store.ts";
