import type { HistoryBucket } from "../../contracts/index.ts";
import { bucketOf, type HistoryBucketSize } from "../days.ts";
import { pctOrNull } from "../statistics.ts";
import type { OfferDay } from "./offer-days.ts";
import { summariseOfferDays } from "./summarise-offer-days.ts";

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
  const { mean, median, cheapest, offers, providers, sources, withoutReference } = summariseOfferDays(offerDays);
  return {
    ...range,
    meanCostPct: pctOrNull(mean),
    medianCostPct: pctOrNull(median),
    cheapestCostPct: pctOrNull(cheapest?.costPct ?? null),
    cheapestProvider: cheapest && { key: cheapest.provider, name: cheapest.providerName },
    offers,
    providers,
    sources,
    withoutReference,
  };
}
