export { daysBetween, isWeekend, shiftDay } from "./calendar-day.ts";
export { type MissedPublicationsQuestion, missedPublications } from "./publication-calendar.ts";
export * from "./rate-knowledge.ts";
export * from "./reference-rate.ts";
export * from "./reference-representative.ts";
export * from "./select-reference-rate.ts";
export * from "./validate-rates.ts";
