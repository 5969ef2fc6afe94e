export * from "./api/index.ts";
export * from "./catalog.ts";
export * from "./fee-schedule.ts";
export * from "./observation.ts";
export type { PlannedRequest } from "./planned-request.ts";
export * from "./primitives.ts";
export * from "./queue.ts";
