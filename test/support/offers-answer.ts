import type { OffersAnswer, RankedOffer, UnrankedOffer } from "@openremit/shared/contracts";
import { beMa } from "./record-job.ts";

/** The best of them: Wise by bank at EUR 200 and a mid-market rate of 10.80. */
export function buildRankedOffer(fields: Partial<RankedOffer> = {}): RankedOffer {
  return {
    rank: 1,
    provider: { key: "wise", name: "Wise" },
    payIn: "bank_transfer",
    payOut: "bank_deposit",
    charges: null,
    priceKind: "standing",
    promotion: null,
    sourceKind: "direct",
    source: "wise",
    seenBy: null,
    freshness: "fresh",
    speed: "same_day",
    observedAt: "2026-11-23T11:48:00.000Z",
    quoteId: "0".repeat(32),
    receipt: `/v1/offers/${"0".repeat(32)}/receipt`,
    receiverCosts: [],
    warnings: [],
    pay: "200.00",
    fee: "2.00",
    converted: "198.00",
    rate: "10.70",
    received: "2118.60",
    feePct: "1.01",
    fxMarginPct: "0.93",
    effectiveCostPct: "1.92",
    rpwTotalPct: "1.93",
    cost: "3.83",
    behindBest: "0.00",
    derivation: "exact",
    ...fields,
  };
}

export function buildUnrankedOffer(fields: Partial<UnrankedOffer> = {}): UnrankedOffer {
  const { provider, quoteId } = { provider: { key: "remitly", name: "Remitly" }, quoteId: "1".repeat(32) };
  const figures = { pay: null, fee: null, converted: null, rate: null, received: null };
  const percentages = { feePct: null, fxMarginPct: null, effectiveCostPct: null, rpwTotalPct: null, cost: null };
  const none = { ...figures, ...percentages, rank: null, behindBest: null, derivation: null };
  return { ...buildRankedOffer({ provider, quoteId }), ...none, reason: "undisclosed", ...fields };
}

export function buildOffersAnswer(fields: Partial<OffersAnswer> = {}): OffersAnswer {
  return {
    corridor: beMa,
    question: { pay: "200.00" },
    simulated: true,
    dataVersion: "7d1f0c6a2b9e4c55",
    reference: {
      base: "EUR",
      quote: "MAD",
      value: "10.80",
      source: "frankfurter",
      layer: 1,
      observedOn: "2026-11-20",
      status: "fresh",
    },
    offers: [buildRankedOffer()],
    unranked: [],
    receiverLines: [],
    attributions: [],
    warnings: [],
    ...fields,
  };
}
