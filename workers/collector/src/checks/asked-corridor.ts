import type { QuoteObservation } from "@openremit/shared/contracts";
import { corridorKey } from "@openremit/shared/domain";

/** A quote for a corridor or an amount that was not asked for was read wrongly. */
export function askedFor(
  quotes: readonly QuoteObservation[],
  covers: readonly { corridor: QuoteObservation["corridor"]; amount: string | null }[],
): readonly string[] {
  const asked = new Set(covers.map((cover) => `${corridorKey(cover.corridor)} ${cover.amount}`));
  return quotes
    .filter((quote) => !asked.has(`${corridorKey(quote.corridor)} ${quote.amount}`))
    .map((quote) => `${quote.provider} answers ${corridorKey(quote.corridor)} at ${quote.amount}, which was not asked`);
}
