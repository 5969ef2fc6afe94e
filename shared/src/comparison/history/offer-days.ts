import type { LatestEntry, QuoteObservation } from "../../contracts/index.ts";
import { type Corridor, costsOf, type Decimal, referenceIsRepresentative } from "../../domain/index.ts";
import { buildCorridorBook } from "../book/build-corridor-book.ts";
import type { BookOffer } from "../book/corridor-book.ts";
import type { Day } from "../days.ts";
import { judgeOffer } from "../rank/judge-offer.ts";
import type { RankableOffer } from "../rank/judged-offer.ts";
import { oneRowPerOffer } from "../rank/one-row-per-offer.ts";
import type { RankingContext } from "../rank/rank-corridor.ts";
import type { References } from "../references.ts";
import { medianMargin } from "../representative/median-margin.ts";

/** One offer on one day, at the last price it was seen at. */
export interface OfferDay {
  readonly day: Day;
  readonly provider: string;
  readonly providerName: string;
  readonly source: string;
  /** Effective cost, per cent; null where the day has no usable reference rate, or none that people get (METHOD 4). */
  readonly costPct: Decimal | null;
}

/**
 * The standing, non-promotional offers of a day at one sampled amount, by the same rules as the ranking: what a provider
 * charges for that sample itself, so that no interpolation stands between the statistic and the observation.
 */
export function buildOfferDays(
  corridor: Corridor,
  amount: Decimal,
  day: Day,
  quotes: readonly QuoteObservation[],
  references: References,
  /** As the day ended, or now where it has not. */
  context: RankingContext,
): OfferDay[] {
  const book = buildCorridorBook(corridor, [entryOf(quotes)]);
  const judged = book.offers.flatMap((offer) => {
    const provider = context.providerAt(offer.provider, context.now);
    const total = totalOf(offer, amount);
    if (total === null || !provider?.isActive) return [];
    return judgeOffer(offer, provider.name, { kind: "pay", amount: total }, context) ?? [];
  });
  const { ranked } = oneRowPerOffer(judged, (a, b) => costlier(b, a));
  const { value, status } = references.rateAt(corridor.sendCurrency, corridor.receiveCurrency, context.now);
  const reference = status === "hidden" || value === null || !isWhatPeopleGet(ranked, day, value) ? null : value;
  return ranked.map(({ offer, providerName, priced }) => ({
    day,
    provider: offer.provider,
    providerName,
    source: offer.source,
    costPct: costsOf(priced, offer.feePlacement, reference).effectiveCostPct,
  }));
}

/** METHOD 4, by the offers of that day alone: what the days before said neither raises nor clears it here. */
function isWhatPeopleGet(ranked: readonly RankableOffer[], day: Day, reference: Decimal): boolean {
  const medianMarginPct = medianMargin(ranked, reference);
  return medianMarginPct === null || referenceIsRepresentative([{ day, medianMarginPct }]);
}

/** Receives less for each unit paid. */
function costlier(a: { priced: Priced }, b: { priced: Priced }): boolean {
  return a.priced.received.times(b.priced.pay).lt(b.priced.received.times(a.priced.pay));
}

interface Priced {
  readonly received: Decimal;
  readonly pay: Decimal;
}

/** What the sender paid for the sample in all; the amount itself for a published schedule. */
function totalOf({ standing, feePlacement }: BookOffer, amount: Decimal): Decimal | null {
  if (standing === null) return null;
  if (standing.prices.schedule !== null) return amount;
  const sample = standing.prices.samples.find((candidate) => candidate.amount.eq(amount));
  if (sample === undefined) return null;
  return feePlacement === "on_top" ? sample.amount.plus(sample.fee) : sample.amount;
}

function entryOf(quotes: readonly QuoteObservation[]): LatestEntry {
  const fetchedAt = quotes.at(-1)?.fetchedAt ?? "1970-01-01T00:00:00.000Z";
  return {
    source: "history",
    amount: null,
    runId: "00000000-0000-0000-0000-000000000000",
    fetchedAt,
    quotes: [...quotes],
  };
}
