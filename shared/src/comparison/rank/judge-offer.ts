import type { UnrankedReason } from "../../domain/index.ts";
import { keepQuotes } from "../book/build-standing-prices.ts";
import type { BookOffer, BookQuote } from "../book/corridor-book.ts";
import type { Ask } from "./ask.ts";
import { freshnessAt, isCurrent, type Moment } from "./freshness-at.ts";
import type { JudgedOffer, RankableOffer } from "./judged-offer.ts";
import { type PricedStanding, priceStanding } from "./price-standing.ts";

/**
 * What one offer answers (METHOD 3): a standing price of current age is rankable; otherwise the offer is listed with
 * the reason, or left out (null) once everything about it has expired.
 */
export function judgeOffer(offer: BookOffer, providerName: string, ask: Ask, moment: Moment): JudgedOffer | null {
  const judge = (found: PricedStanding): Omit<RankableOffer, "reason"> => ({
    offer,
    providerName,
    priced: found.priced,
    quote: found.quote,
    observedAt: found.observedAt,
    speed: found.quote.speed,
    freshness: freshnessAt(moment, offer, found.observedAt),
  });
  const current = currentPrices(offer, moment);
  const rankable = current && priceStanding(current, ask);
  if (rankable) return { ...judge(rankable), reason: null };
  const known = offer.standing && keepQuotes(offer.standing, (quote) => !isExpired(offer, quote, moment));
  const stale = known && known !== current && priceStanding(known, ask);
  if (stale) return { ...judge(stale), reason: "stale" };
  const listed = listedQuote(offer, known?.quotes ?? [], known?.schedule ?? null, ask, moment);
  if (listed === null) return null;
  const { quote, reason } = listed;
  const freshness = freshnessAt(moment, offer, quote.observedAt);
  return {
    offer,
    providerName,
    priced: null,
    quote,
    observedAt: quote.observedAt,
    speed: quote.speed,
    freshness,
    reason,
  };
}

function currentPrices(offer: BookOffer, moment: Moment): BookOffer["standing"] {
  if (offer.standing === null) return null;
  if (isCurrent(freshnessAt(moment, offer, offer.oldestObservedAt))) return offer.standing;
  return keepQuotes(offer.standing, (quote) => isCurrent(freshnessAt(moment, offer, quote.observedAt)));
}

function isExpired(offer: BookOffer, quote: BookQuote, moment: Moment): boolean {
  return freshnessAt(moment, offer, quote.observedAt) === "expired";
}

/** A quote that speaks of the amount asked says why there is no price; failing that, the offer is out of range. */
function listedQuote(
  offer: BookOffer,
  standing: readonly BookQuote[],
  schedule: BookQuote | null,
  ask: Ask,
  moment: Moment,
): { quote: BookQuote; reason: UnrankedReason } | null {
  const alive = (quotes: readonly BookQuote[]) => quotes.filter((quote) => !isExpired(offer, quote, moment));
  const promotional = nearest(alive(offer.promotional), ask);
  const partial = nearest(alive(offer.partial), ask);
  const priced = nearest(schedule === null ? standing : [...standing, schedule], ask);
  if (promotional && (priced === null || speaksOf(promotional, ask))) {
    return { quote: promotional, reason: "promotion_only" };
  }
  if (partial && (priced === null || speaksOf(partial, ask))) {
    return { quote: partial, reason: reasonOf(partial) };
  }
  return priced && { quote: priced, reason: "out_of_range" };
}

function reasonOf({ rate, needsReference }: BookQuote): UnrankedReason {
  if (needsReference) return "no_reference_rate";
  return rate === null ? "undisclosed" : "rate_only";
}

/** By the amount sampled; the mirror question has no amount to be near to and takes the first. */
function nearest(quotes: readonly BookQuote[], ask: Ask): BookQuote | null {
  let best: BookQuote | null = null;
  for (const quote of quotes) if (best === null || distance(quote, ask).lt(distance(best, ask))) best = quote;
  return best;
}

function distance(quote: BookQuote, { kind, amount }: Ask) {
  return kind === "receive" || quote.amount === null ? amount.minus(amount) : quote.amount.minus(amount).abs();
}

/** Within 2 % of what was sampled, as METHOD 3 takes for near samples, or in the published band. */
function speaksOf(quote: BookQuote, ask: Ask): boolean {
  if (quote.amount === null || ask.kind === "receive") return true;
  if (quote.band?.min.lte(ask.amount) && quote.band.max.gte(ask.amount)) return true;
  return distance(quote, ask).lte(quote.amount.times("0.02"));
}
