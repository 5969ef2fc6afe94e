import { describe, expect, it } from "@jest/globals";
import {
  DomainError,
  type OfferPrices,
  type PriceSample,
  parseDecimal,
  priceForBudget,
  priceForReceived,
} from "@openremit/shared/domain";

const sample = (amount: string, fee: string, rate: string, more: Partial<PriceSample> = {}): PriceSample => ({
  amount: parseDecimal(amount),
  fee: parseDecimal(fee),
  rate: parseDecimal(rate),
  received: null,
  band: null,
  payOutFee: null,
  ...more,
});
const offer = (feePlacement: OfferPrices["feePlacement"], ...samples: PriceSample[]): OfferPrices => ({
  feePlacement,
  samples,
  schedule: null,
  sendMinorUnits: 2,
  receiveMinorUnits: 2,
});

describe("an offer's price", () => {
  it("says how it was found, from which sample", () => {
    const prices = offer("on_top", sample("100", "2", "10"), sample("300", "3", "10"));
    expect(priceForBudget(prices, parseDecimal("102"))).toEqual({
      pay: parseDecimal("102"),
      fee: parseDecimal("2"),
      converted: parseDecimal("100"),
      rate: parseDecimal("10"),
      received: parseDecimal("1000"),
      derivation: "exact",
      sample: 0,
      flags: [],
    });
    expect(priceForBudget(prices, parseDecimal("103"))).toMatchObject({ derivation: "near_sample", sample: 0 });
    expect(priceForBudget(prices, parseDecimal("202.50"))).toMatchObject({ derivation: "interpolated", sample: 0 });
    expect(priceForBudget(prices, parseDecimal("202.51"))).toMatchObject({ derivation: "interpolated", sample: 1 });
  });

  it("gives the mirror question the amount it asked for", () => {
    const prices = offer("on_top", sample("100", "2", "3"));
    const priced = priceForReceived(prices, parseDecimal("300.01"));
    expect(priced).toMatchObject({ pay: parseDecimal("102.01"), received: parseDecimal("300.01") });
  });

  it("is unknown without samples and without a schedule", () => {
    expect(priceForBudget(offer("inside"), parseDecimal("100"))).toBeNull();
    expect(priceForReceived(offer("inside"), parseDecimal("100"))).toBeNull();
  });

  it("comes from the schedule alone where there is one", () => {
    const fees = {
      tiers: [{ from: parseDecimal("0"), flat: parseDecimal("1"), pct: parseDecimal("0"), min: null, max: null }],
    };
    const prices: OfferPrices = {
      ...offer("inside", sample("100", "2", "10")),
      schedule: { fees, rate: parseDecimal("11"), band: null, payOutFee: null },
    };
    expect(priceForBudget(prices, parseDecimal("100"))).toMatchObject({ fee: parseDecimal("1"), sample: null });
  });

  it.each([parseDecimal("0"), parseDecimal("-5")])("is none for a question of %p", (amount) => {
    const prices = offer("on_top", sample("100", "2", "10"));
    expect(priceForBudget(prices, amount)).toBeNull();
    expect(priceForReceived(prices, amount)).toBeNull();
  });

  it.each([
    ["two samples of one amount", [sample("100", "2", "10"), sample("100", "3", "10")]],
    ["samples that descend", [sample("200", "2", "10"), sample("100", "3", "10")]],
    ["a rate of zero", [sample("100", "2", "0")]],
    ["a negative fee", [sample("100", "-2", "10")]],
    ["an amount of zero", [sample("0", "2", "10")]],
    ["a negative pay-out fee", [sample("100", "2", "10", { payOutFee: parseDecimal("-1") })]],
  ])("refuses %s as a bug of ours", (_, samples) => {
    expect(() => priceForBudget(offer("on_top", ...samples), parseDecimal("100"))).toThrow(DomainError);
  });
});
