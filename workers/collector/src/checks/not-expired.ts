import { quoteFreshness } from "@openremit/shared/domain";
import type { Check } from "./check.ts";

/**
 * An answer in which every price has expired already lay about somewhere on its way; what is known is newer. A feed may
 * carry some old prices among others; what was read in a document or a survey is as old as the reading, and says so.
 */
export const notExpired: Check = (quotes, { source, now }) => {
  if (source.kind === "survey" || source.kind === "tariff" || quotes.length === 0) return [];
  const age = { now, expectedIntervalMinutes: source.schedule.everyMinutes, sourceKind: source.kind };
  const times = quotes.map((quote) => new Date(quote.observedAt));
  if (times.some((observedAt) => quoteFreshness({ ...age, observedAt }) !== "expired")) return [];
  const newest = new Date(Math.max(...times.map((time) => time.getTime())));
  return [`every price has expired already; the newest is dated ${newest.toISOString()}`];
};
