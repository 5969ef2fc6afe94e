import type { QuoteObservation, QuoteSourceConfig, SourceIssue } from "@openremit/shared/contracts";
import { dayOf, quoteFreshness } from "@openremit/shared/domain";

/** Tells a person that the figures of a tariff have left the ranking because nobody looked at them for too long (METHOD 3). */
export function findReviewDue(
  quotes: readonly QuoteObservation[],
  { key, kind, schedule }: QuoteSourceConfig,
  now: Date,
): SourceIssue[] {
  const [quote] = quotes;
  if (kind !== "tariff" || quote === undefined) return [];
  const observedAt = new Date(quote.observedAt);
  const age = { observedAt, now, expectedIntervalMinutes: schedule.everyMinutes, sourceKind: kind };
  if (["fresh", "ageing"].includes(quoteFreshness(age))) return [];
  const detail = `Its figures were reviewed on ${dayOf(observedAt)} and are not ranked any more. Hold them against the document, then write the day into reviewed.on of config/tariffs/${key}.json.`;
  return [{ source: key, code: "review_due", subject: "tariff", detail }];
}
