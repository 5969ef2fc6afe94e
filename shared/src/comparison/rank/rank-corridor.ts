import { type Decimal, rankForBudget, rankForReceived } from "../../domain/index.ts";
import type { BookOffer, CorridorBook } from "../book/corridor-book.ts";
import { type Ask, arrivesWithin, type OfferFilters } from "./ask.ts";
import type { Moment } from "./freshness-at.ts";
import { judgeOffer } from "./judge-offer.ts";
import type { JudgedOffer, RankableOffer, UnrankableOffer } from "./judged-offer.ts";
import { oneRowPerOffer } from "./one-row-per-offer.ts";

/** A provider as ranking sees it. */
export interface ProviderStanding {
  readonly name: string;
  readonly isActive: boolean;
}

export interface RankingContext extends Moment {
  /** Null: not in the catalog. */
  readonly providerAt: (key: string, now: Date) => ProviderStanding | null;
}

export interface RankedCorridor {
  readonly ranked: readonly RankableOffer[];
  readonly unranked: readonly UnrankableOffer[];
  /** Names of providers with prices that are left out because they are not active. */
  readonly inactive: readonly string[];
  readonly leftOutUnknownMethod: number;
  readonly leftOutUnknownSpeed: number;
  /** Offers that are known and not expired, before any filter. */
  readonly alive: number;
}

/**
 * The one ranking: for now, for a moment in history, for the mirror question and for statistics alike.
 *
 * @param reference the usable mid-market rate, for offers whose rate is published as a margin over it; null: they are
 *   listed without rank, as where there is none, and where the reference itself is to be judged by the offers
 */
export function rankCorridor(
  book: CorridorBook,
  ask: Ask,
  filters: OfferFilters,
  context: RankingContext,
  reference: Decimal | null = null,
): RankedCorridor {
  const inactive = new Set<string>();
  const rows: JudgedOffer[] = [];
  let alive = 0;
  const leftOut = { method: 0, speed: 0 };
  for (const told of book.offers) {
    const offer = reference === null || told.atReference === null ? told : told.atReference(reference);
    const provider = context.providerAt(offer.provider, context.now);
    if (provider === null) continue;
    if (!provider.isActive) {
      inactive.add(provider.name);
      continue;
    }
    const judged = judgeOffer(offer, provider.name, ask, context);
    if (judged === null) continue;
    alive += 1;
    const verdict = filterVerdict(offer, judged, filters);
    if (verdict === "kept") rows.push(judged);
    else if (verdict !== "other") leftOut[verdict] += 1;
  }
  const rank = ask.kind === "pay" ? rankForBudget : rankForReceived;
  const { ranked, unranked } = oneRowPerOffer(rows, (a, b) => rank([rankKey(a), rankKey(b)])[0]?.row === a);
  return {
    ranked: rank(ranked.map(rankKey)).map(({ row }) => row),
    unranked: [...unranked].sort(byName),
    inactive: [...inactive].sort(),
    leftOutUnknownMethod: leftOut.method,
    leftOutUnknownSpeed: leftOut.speed,
    alive,
  };
}

function rankKey(row: RankableOffer) {
  const { priced, speed, providerName, offer } = row;
  return {
    received: priced.received,
    pay: priced.pay,
    speed,
    providerName,
    payIn: offer.payIn,
    payOut: offer.payOut,
    row,
  };
}

/** `method` and `speed`: left out only because a source does not say. */
function filterVerdict(offer: BookOffer, { speed }: JudgedOffer, filters: OfferFilters) {
  const methods = [isAmong(offer.payIn, filters.payIn), isAmong(offer.payOut, filters.payOut)];
  if (methods.includes("no")) return "other";
  if (filters.maxDays !== null && speed !== null && !arrivesWithin(speed, filters.maxDays)) return "other";
  if (methods.includes("unknown")) return "method";
  if (filters.maxDays !== null && speed === null) return "speed";
  return "kept";
}

function isAmong<Method>(method: Method | null, wanted: readonly Method[]): "yes" | "no" | "unknown" {
  if (wanted.length === 0) return "yes";
  if (method === null) return "unknown";
  return wanted.includes(method) ? "yes" : "no";
}

function byName(a: UnrankableOffer, b: UnrankableOffer): number {
  return compare(a.providerName, b.providerName) || compare(nameOf(a), nameOf(b));
}

function nameOf({ offer }: UnrankableOffer): string {
  return `${offer.payIn ?? "~"} ${offer.payOut ?? "~"} ${offer.source}`;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
