export * from "./find-corridor.ts";
export * from "./parse-corridor-question.ts";
export * from "./read-amount.ts";
export * from "./read-filters.ts";
