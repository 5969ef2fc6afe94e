export * from "./find-corridor.ts";
export * from "./parse-corridor-question.ts";
export * from "./read-amount.ts";
export * from "./read-filters.ts";
export * from "./read-rate.ts";
export * from "./read-seen-offer.ts";
export * from "./wrong-amount-values.ts";
