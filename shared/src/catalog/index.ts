export { buildCountries, type Countries, type FoundCountry } from "./build-countries.ts";
export type { CatalogReceiverLine } from "./build-receiver-lines.ts";
export * from "./catalog.ts";
export * from "./config-problem.ts";
export * from "./corridors-for-source.ts";
export { hashConfig } from "./hash-config.ts";
export * from "./known-country.ts";
export * from "./load-catalog.ts";
export { requestsPerDay } from "./requests-per-day.ts";
