import { afterEach, describe, expect, it } from "@jest/globals";
import { noFilters } from "@openremit/shared/comparison";
import type { QuoteObservation, RateObservation } from "@openremit/shared/contracts";
import { type ComparisonScene, openComparisonScene, quoteOf } from "../../support/comparison-scene.ts";
import { buildRate } from "../../support/record-job.ts";

let scene: ComparisonScene | null = null;
afterEach(async () => {
  await scene?.close();
});

async function offersOf(
  rates: readonly RateObservation[],
  quotes: readonly QuoteObservation[] = [quoteOf({ received: null })],
) {
  scene = await openComparisonScene(quotes, rates);
  const { answer } = await scene.comparison.offers({
    corridorId: "be-ma",
    pay: "200",
    receive: null,
    filters: noFilters,
    at: null,
  });
  return { ...answer, codes: answer.warnings.map(({ code }) => code) };
}

const frankfurter = { source: "frankfurter", contributors: 5 } as const;
const noPercentages = { fxMarginPct: null, effectiveCostPct: null, rpwTotalPct: null, cost: null };

describe("percentages", () => {
  it("are null with the reason where no source knows a rate, and the order stands", async () => {
    const { reference, offers, codes } = await offersOf([]);
    expect(reference).toBeNull();
    expect(codes).toEqual(["no_reference_rate"]);
    expect(offers).toMatchObject([{ rank: 1, received: "2145.78", feePct: "0.75", ...noPercentages }]);
  });

  it("are null where the rate is too old, which is said", async () => {
    const { reference, offers, codes } = await offersOf([buildRate({ ...frankfurter, observedOn: "2026-11-02" })]);
    expect(reference).toMatchObject({ status: "hidden", observedOn: "2026-11-02" });
    expect(codes).toEqual(["reference_hidden"]);
    expect(offers).toMatchObject([noPercentages]);
  });

  it("are null where the market is steadily better than the official rate", async () => {
    const better = (["bank_transfer", "cash", "debit_card"] as const).map((payIn) =>
      quoteOf({ payIn, rate: "11.5", received: null }),
    );
    const { reference, offers, codes } = await offersOf([buildRate(frankfurter)], better);
    expect(reference).toMatchObject({ status: "fresh" });
    expect(codes).toEqual(["reference_not_representative"]);
    expect(offers).toHaveLength(3);
    expect(offers[0]).toMatchObject(noPercentages);
  });

  it("may be negative where one provider beats the reference, and are never clamped", async () => {
    const { offers, codes } = await offersOf(
      [buildRate(frankfurter)],
      [quoteOf({ rate: "11.5", fee: "0", received: null })],
    );
    expect(codes).toEqual([]);
    expect(offers).toMatchObject([{ fxMarginPct: "-6.36", effectiveCostPct: "-6.36", cost: "-12.72" }]);
  });

  it("never change the order, whatever the rate", async () => {
    const quotes = (["cash", "debit_card", "bank_transfer"] as const).map((payIn, index) =>
      quoteOf({ payIn, fee: `${index + 1}`, received: null }),
    );
    const orders: (string | null)[][] = [];
    for (const rates of [[], [buildRate(frankfurter)], [buildRate({ ...frankfurter, value: "11.9" })]]) {
      orders.push((await offersOf(rates, quotes)).offers.map(({ payIn }) => payIn));
      await scene?.close();
    }
    expect(orders).toEqual([orders[0], orders[0], orders[0]]);
  });
});
