import type { PublishedQuote } from "@openremit/shared/contracts";

/** What a source seldom speaks of. Null until an adapter reads it: silence is never filled in. */
export const unsaid = {
  feeSchedule: null,
  payOutFee: null,
  band: null,
  promotion: null,
  speed: null,
  observedAt: null,
} as const satisfies Partial<PublishedQuote>;

/** Stands where the source shows a promotional price without saying who may have it. */
export const eligibilityUnsaid = "not stated by the source";
