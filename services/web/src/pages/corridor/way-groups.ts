import type { RankedOffer } from "@openremit/shared/contracts";
import type { PayIn } from "@openremit/shared/domain";

/** Ways of paying as people tell them apart: every card, and the phone that holds one, is a card. */
export type Way = "bank" | "card" | "cash" | "mobile_money" | "unknown";

export interface WayGroup {
  readonly way: Way;
  /** The best option of each of the three best providers. */
  readonly best: readonly RankedOffer[];
  /** All others, best first. */
  readonly rest: readonly RankedOffer[];
}

const ways: Readonly<Record<PayIn, Way>> = {
  bank_transfer: "bank",
  debit_card: "card",
  credit_card: "card",
  wallet_pay: "card",
  cash: "cash",
  mobile_money: "mobile_money",
};

/** As many as somebody compares at a glance. */
const bestShown = 3;

/** Ranked offers by way of paying, in the order of the best of each; every offer stands in exactly one place. */
export function groupByWay(offers: readonly RankedOffer[]): WayGroup[] {
  const byWay = new Map<Way, RankedOffer[]>();
  for (const offer of offers) {
    const way = offer.payIn === null ? "unknown" : ways[offer.payIn];
    const group = byWay.get(way);
    if (group === undefined) byWay.set(way, [offer]);
    else group.push(offer);
  }
  return [...byWay].map(([way, group]) => ({ way, ...splitBest(group) }));
}

function splitBest(group: readonly RankedOffer[]): Pick<WayGroup, "best" | "rest"> {
  const providers = new Set<string>();
  const best: RankedOffer[] = [];
  const rest: RankedOffer[] = [];
  for (const offer of group) {
    const isBest = best.length < bestShown && !providers.has(offer.provider.key);
    if (isBest) best.push(offer);
    else rest.push(offer);
    providers.add(offer.provider.key);
  }
  return { best, rest };
}
