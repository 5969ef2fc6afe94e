import { visitSourceKey } from "../../contracts/index.ts";
import type { BookOffer, CorridorBook } from "../book/corridor-book.ts";
import { freshnessChangeAfter, type Moment } from "./freshness-at.ts";

/**
 * The first moment after `now` at which any quote of the book changes its freshness state; null where none ever will.
 * Until then the same question has the same answer, as long as the book stands.
 */
export function freshnessHorizon(book: CorridorBook, moment: Moment): Date | null {
  const known = horizons.get(book);
  if (known && known.from <= moment.now && (known.until === null || moment.now < known.until)) return known.until;
  const until = firstChange(book, moment);
  horizons.set(book, { from: moment.now, until });
  return until;
}

/** A book never changes, so its horizon stands until it is reached. */
const horizons = new WeakMap<CorridorBook, { readonly from: Date; readonly until: Date | null }>();

function firstChange(book: CorridorBook, moment: Moment): Date | null {
  let first: Date | null = null;
  for (const offer of book.offers) {
    for (const observedAt of timesOf(offer)) {
      const change = freshnessChangeAfter(moment, offer, observedAt);
      if (change !== null && (first === null || change < first)) first = change;
    }
  }
  return first;
}

function timesOf(offer: BookOffer): Date[] {
  const quotes = [...(offer.standing?.quotes ?? []), ...offer.partial, ...offer.promotional];
  const schedule = offer.standing?.schedule;
  return (schedule ? [...quotes, schedule] : quotes).map((quote) => quote.observedAt);
}

/** Each source's next visit by its interval, people in shops apart; visits that are overdue are expected at any moment, that is now. */
export function nextExpectedVisit(book: CorridorBook, { now, intervalMinutes }: Moment): Date | null {
  let first: Date | null = null;
  for (const { source, fetchedAt } of book.visits) {
    if (source === visitSourceKey) continue;
    const due = new Date(Math.max(fetchedAt.getTime() + intervalMinutes(source) * 60_000, now.getTime()));
    if (first === null || due < first) first = due;
  }
  return first;
}
