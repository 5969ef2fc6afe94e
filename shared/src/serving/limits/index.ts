export { type Counter, type LimitStore, openLimitStore } from "./limit-store.ts";
export { createRateLimits, type RateLimitOptions, type RateLimits, type RateVerdict } from "./rate-limits.ts";
