import type { Catalog } from "@openremit/shared/catalog";
import type { OffersAnswer } from "@openremit/shared/contracts";

/** The World Bank's twelve points for a national price database (METHOD 9), in its order. */
export const points = [
  "two_amounts",
  "sender_fee",
  "applied_rate",
  "total_cost",
  "speed",
  "service_type",
  "market_coverage",
  "independent_researchers",
  "mystery_shopping",
  "no_advertising",
  "funding",
  "other_databases",
] as const;
export type Point = (typeof points)[number];

/** `partly`: for some of what is listed. `unknown`: nobody can say from the data held. */
export type Verdict = "met" | "partly" | "not_met" | "unknown";

/** A count behind a verdict: so many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface AuditRow {
  readonly point: Point;
  readonly verdict: Verdict;
  readonly share: Share | null;
}

export interface Evidence {
  readonly catalog: Catalog;
  /** What every corridor lists at its default amount. */
  readonly answers: readonly OffersAnswer[];
  readonly fundingIsSaid: boolean;
}

/** Judges each point from what is really held; what a program cannot judge is stated by hand, with its reason. */
export function auditOf({ catalog, answers, fundingIsSaid }: Evidence): AuditRow[] {
  const listed = answers.flatMap(({ offers, unranked }) => [...offers, ...unranked]);
  const enabled = [...catalog.corridorConfigs.values()].filter((corridor) => corridor.enabled);
  const counted = (point: Point, share: Share): AuditRow => ({ point, verdict: verdictOf(share), share });
  const stated = (point: Point, verdict: Verdict): AuditRow => ({ point, verdict, share: null });
  const ofListed = (point: Point, has: (offer: (typeof listed)[number]) => boolean) =>
    counted(point, { count: listed.filter(has).length, of: listed.length });
  return [
    counted("two_amounts", {
      count: enabled.filter(({ amounts }) => amounts.length >= 2).length,
      of: enabled.length,
    }),
    ofListed("sender_fee", ({ fee }) => fee !== null),
    ofListed("applied_rate", ({ rate }) => rate !== null),
    ofListed("total_cost", ({ effectiveCostPct }) => effectiveCostPct !== null),
    ofListed("speed", ({ speed }) => speed !== null),
    ofListed("service_type", ({ payIn, payOut }) => payIn !== null && payOut !== null),
    stated("market_coverage", "unknown"),
    stated("independent_researchers", "not_met"),
    stated("mystery_shopping", "not_met"),
    stated("no_advertising", "met"),
    stated("funding", fundingIsSaid ? "met" : "partly"),
    stated("other_databases", "met"),
  ];
}

function verdictOf({ count, of }: Share): Verdict {
  if (of === 0) return "unknown";
  if (count === of) return "met";
  return count === 0 ? "not_met" : "partly";
}
