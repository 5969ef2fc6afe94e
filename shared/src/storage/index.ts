export { assertPostgres, assertReachable, type OpenedServers } from "./assert-reachable.ts";
export * from "./export/index.ts";
export { openStores, type Stores, type StoresOptions } from "./open-stores.ts";
export * from "./postgres/index.ts";
export { type RebuiltLatest, rebuildLatest } from "./rebuild-latest.ts";
export * from "./record/index.ts";
export * from "./redis/index.ts";
export { createServerErrors, type ServerErrors } from "./server-errors.ts";
export * from "./survey/index.ts";
