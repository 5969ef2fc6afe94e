import type { Catalog } from "../../catalog/index.ts";
import type { QuoteObservation } from "../../contracts/index.ts";
import { type Corridor, type Decimal, decimalText, endOfDay, startOfDay } from "../../domain/index.ts";
import { type Day, listDays } from "../days.ts";
import type { Past } from "../past.ts";
import { createRankingContext } from "../provider-at.ts";
import type { References } from "../references.ts";
import { buildOfferDays, type OfferDay } from "./offer-days.ts";

/** Days read at once, so that a long question needs no more memory than a short one. */
export const chunkDays = 7;

interface Asked {
  readonly corridor: Corridor;
  readonly amount: Decimal;
  readonly from: Day;
  readonly to: Day;
}

interface Sources {
  readonly past: Pick<Past, "quotesBetween">;
  readonly catalog: Catalog;
  readonly now: Date;
  /** As known at the end of these days; asked for only where there is a quote. */
  readonly references: () => Promise<References>;
}

/** The offer-days of some days, both ends included: each day as it ended, or as it stands where it has not. */
export async function readOfferDays({ corridor, amount, from, to }: Asked, sources: Sources): Promise<OfferDay[]> {
  const { past, catalog, now } = sources;
  const until = new Date(endOfDay(to).getTime() + 1);
  const quotes = await past.quotesBetween(corridor, decimalText(amount), startOfDay(from), until);
  if (quotes.length === 0) return [];
  const references = await sources.references();
  const byDay = new Map<Day, QuoteObservation[]>(listDays(from, to).map((day) => [day, []]));
  for (const quote of quotes) byDay.get(quote.observedAt.slice(0, 10))?.push(quote);
  return [...byDay].flatMap(([day, ofDay]) => {
    const end = endOfDay(day);
    const context = createRankingContext(catalog, end < now ? end : now);
    return buildOfferDays(corridor, amount, day, ofDay, references, context);
  });
}
