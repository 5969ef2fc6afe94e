export * from "./postgres/index.ts";
export { type RebuiltLatest, rebuildLatest } from "./rebuild-latest.ts";
export * from "./redis/index.ts";
