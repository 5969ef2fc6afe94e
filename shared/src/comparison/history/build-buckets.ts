import type { HistoryBucket } from "../../contracts/index.ts";
import { type Decimal, medianOf } from "../../domain/index.ts";
import { bucketOf, type HistoryBucketSize } from "../days.ts";
import { meanOf, pctOrNull } from "../statistics.ts";
import type { OfferDay } from "./offer-days.ts";

/** Pools offer-days into buckets, ascending. Offer-days without a usable reference rate are counted and left out. */
export function buildBuckets(offerDays: readonly OfferDay[], size: HistoryBucketSize): HistoryBucket[] {
  const buckets = new Map<string, OfferDay[]>();
  for (const offerDay of offerDays) {
    const { from } = bucketOf(offerDay.day, size);
    const bucket = buckets.get(from);
    if (bucket) bucket.push(offerDay);
    else buckets.set(from, [offerDay]);
  }
  return [...buckets]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, inBucket]) => buildBucket(bucketOf(from, size), inBucket));
}

function buildBucket(range: { from: string; to: string }, offerDays: readonly OfferDay[]): HistoryBucket {
  const priced = offerDays.filter((offerDay): offerDay is PricedDay => offerDay.costPct !== null);
  const costs = priced.map(({ costPct }) => costPct);
  const cheapest = priced.reduce<PricedDay | null>(
    (best, next) => (best === null || next.costPct.lt(best.costPct) ? next : best),
    null,
  );
  return {
    ...range,
    meanCostPct: pctOrNull(meanOf(costs)),
    medianCostPct: pctOrNull(medianOf(costs)),
    cheapestCostPct: pctOrNull(cheapest?.costPct ?? null),
    cheapestProvider: cheapest && { key: cheapest.provider, name: cheapest.providerName },
    offers: priced.length,
    providers: new Set(priced.map(({ provider }) => provider)).size,
    sources: new Set(priced.map(({ source }) => source)).size,
    withoutReference: offerDays.length - priced.length,
  };
}

type PricedDay = OfferDay & { readonly costPct: Decimal };
