export * from "./corridor.ts";
export * from "./errors.ts";
export * from "./vocabulary.ts";
