import { afterEach, describe, expect, it } from "@jest/globals";
import { noFilters, type OffersQuestion } from "@openremit/shared/comparison";
import { offersAnswer, type QuoteObservation, type RateObservation } from "@openremit/shared/contracts";
import { type ComparisonScene, openComparisonScene, quoteOf } from "../../support/comparison-scene.ts";

const ask200: OffersQuestion = { corridorId: "be-ma", pay: "200", receive: null, filters: noFilters, at: null };
let scene: ComparisonScene | null = null;

async function offersOf(
  quotes: readonly QuoteObservation[],
  question: Partial<OffersQuestion> = {},
  rates?: RateObservation[],
) {
  scene = await openComparisonScene(quotes, rates);
  const { answer } = await scene.comparison.offers({ ...ask200, ...question });
  expect(offersAnswer.parse(answer)).toEqual(answer);
  return answer;
}

afterEach(async () => {
  await scene?.close();
});

describe("offers for a budget", () => {
  it("shows every figure of one price with the digits each kind of figure has", async () => {
    const { offers, reference, question } = await offersOf([
      quoteOf({ fee: "1.23", rate: "10.8100", received: "2148.70" }),
    ]);
    expect(question).toEqual({ pay: "200.00" });
    expect(reference).toEqual({
      base: "EUR",
      quote: "MAD",
      value: "10.8123",
      source: "frankfurter",
      layer: 1,
      observedOn: "2026-11-20",
      status: "fresh",
    });
    expect(offers).toEqual([
      {
        rank: 1,
        provider: { key: "wise", name: "Wise" },
        payIn: "bank_transfer",
        payOut: "bank_deposit",
        pay: "200.00",
        fee: "1.23",
        converted: "198.77",
        rate: "10.8100",
        received: "2148.70",
        feePct: "0.62",
        fxMarginPct: "0.02",
        effectiveCostPct: "0.64",
        rpwTotalPct: "0.64",
        cost: "1.27",
        behindBest: "0.00",
        priceKind: "standing",
        promotion: null,
        derivation: "exact",
        sourceKind: "direct",
        source: "wise",
        freshness: "fresh",
        speed: "same_day",
        observedAt: "2026-11-23T11:50:00.000Z",
        quoteId: expect.stringMatching(/^[0-9a-f]{32}$/),
        receipt: expect.stringMatching(/^\/v1\/offers\/[0-9a-f]{32}\/receipt$/),
        warnings: [],
      },
    ]);
  });
});
