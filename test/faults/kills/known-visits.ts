import type { RecordJob } from "@openremit/shared/contracts";
import { beMa, buildQuote, buildQuotesJob } from "../../support/record-job.ts";

export const knownSource = "known";
export const quotesPerVisit = 50;

/**
 * Visits a second apart, of fifty quotes each, over ten amounts: every one different, and the same every time but for
 * their run ids.
 */
export function buildKnownVisits(count: number): RecordJob[] {
  return Array.from({ length: count }, (_, index) => {
    const fetchedAt = new Date(Date.UTC(2026, 10, 20, 12, 0, index)).toISOString();
    const amount = String(100 + (index % 10));
    const fields = { source: knownSource, amount, observedAt: fetchedAt, fetchedAt };
    const quotes = Array.from({ length: quotesPerVisit }, (_none, provider) =>
      buildQuote({ provider: `provider-${provider}`, ...fields }),
    );
    return buildQuotesJob({ run: { source: knownSource, fetchedAt, covers: [{ corridor: beMa, amount }] }, quotes });
  });
}
