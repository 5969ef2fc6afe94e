import { describe, expect, it } from "@jest/globals";
import {
  costsOf,
  Decimal,
  decimalText,
  feeFor,
  type OfferPrices,
  parseDecimal,
  priceForBudget,
  priceForReceived,
  principalForTotal,
} from "@openremit/shared/domain";
import fc from "fast-check";
import {
  anyPrices,
  budgets,
  decimalBetween,
  feePlacement,
  feeSchedules,
  rates,
  sampledPrices,
} from "../support/price-arbitraries.ts";

const runs = { seed: 20260702, numRuns: 400 };
const cent = new Decimal("0.01");

/** Flat fee and rate for every amount: the offer the laws about fee and rate are about. */
function flatOffer(placement: OfferPrices["feePlacement"], fee: Decimal, rate: Decimal): OfferPrices {
  const tier = { from: new Decimal(0), flat: fee, pct: new Decimal(0), min: null, max: null };
  const schedule = { fees: { tiers: [tier] }, rate, band: null, payOutFee: null };
  return { feePlacement: placement, samples: [], schedule, sendMinorUnits: 2, receiveMinorUnits: 2 };
}
const received = (prices: OfferPrices, pay: Decimal) => priceForBudget(prices, pay)?.received ?? new Decimal(0);

describe("laws of a price", () => {
  it("A + F = S exactly, whatever the derivation", () => {
    fc.assert(
      fc.property(anyPrices, budgets, (prices, pay) => {
        const priced = priceForBudget(prices, pay);
        if (priced === null) return;
        expect(decimalText(priced.converted.plus(priced.fee))).toBe(decimalText(pay));
        expect(priced.fee.isNegative()).toBe(false);
        expect(priced.converted.gt(0) && priced.received.gt(0)).toBe(true);
      }),
      runs,
    );
  });

  it("X does not rise when the fee rises, and does not fall when the rate rises", () => {
    fc.assert(
      fc.property(feePlacement, budgets, budgets, budgets, rates, rates, (placement, pay, fee, more, rate, better) => {
        const before = received(flatOffer(placement, fee, rate), pay);
        expect(received(flatOffer(placement, fee.plus(more), rate), pay).lte(before)).toBe(true);
        expect(received(flatOffer(placement, fee, rate.plus(better)), pay).gte(before)).toBe(true);
      }),
      runs,
    );
  });

  it("no fee at the mid-market rate costs exactly 0 %, wherever X needs no flooring", () => {
    fc.assert(
      fc.property(feePlacement, decimalBetween(1, 2_000, 0), decimalBetween(1, 100_000, 2), (placement, pay, rate) => {
        const priced = priceForBudget(flatOffer(placement, new Decimal(0), rate), pay);
        if (priced === null) return;
        const { feePct, fxMarginPct, effectiveCostPct, rpwTotalPct, cost } = costsOf(priced, placement, rate);
        for (const figure of [feePct, fxMarginPct, effectiveCostPct, rpwTotalPct, cost]) {
          expect(figure?.isZero()).toBe(true);
        }
      }),
      runs,
    );
  });

  it("digits survive text and JSON", () => {
    fc.assert(
      fc.property(
        decimalBetween(-1_000_000_000, 1_000_000_000, 0),
        fc.integer({ min: 0, max: 25 }),
        (units, places) => {
          const figure = units.div(new Decimal(10).pow(places));
          const text = decimalText(figure);
          expect(parseDecimal(text).eq(figure)).toBe(true);
          expect(decimalText(parseDecimal(JSON.parse(JSON.stringify(text))))).toBe(text);
        },
      ),
      runs,
    );
  });
});

describe("laws of the principal solved from a total", () => {
  it("A + F(A) meets S, or falls one unit short where no principal of the tier meets it", () => {
    fc.assert(
      fc.property(feeSchedules, budgets, (schedule, total) => {
        const principal = principalForTotal(schedule, total, 2, null);
        if (principal === null) return;
        const cost = principal.plus(feeFor(schedule, principal, 2));
        if (cost.eq(total)) return;
        expect(decimalText(total.minus(cost))).toBe("0.01");
        const next = principal.plus(cent);
        expect(next.plus(feeFor(schedule, next, 2)).eq(total)).toBe(false);
      }),
      runs,
    );
  });

  it("finds every principal again from what it costs, or a greater one that costs as much", () => {
    fc.assert(
      fc.property(feeSchedules, budgets, (schedule, principal) => {
        const total = principal.plus(feeFor(schedule, principal, 2));
        expect(principalForTotal(schedule, total, 2, null)?.gte(principal)).toBe(true);
      }),
      runs,
    );
  });
});

describe("laws of samples", () => {
  it("an interpolated fee and rate lie between those of two neighbours, and nothing is extrapolated", () => {
    fc.assert(
      fc.property(sampledPrices, budgets, (prices, pay) => {
        const priced = priceForBudget(prices, pay);
        if (priced?.derivation !== "interpolated") return;
        const onTop = prices.feePlacement === "on_top";
        const totalOf = ({ amount, fee }: (typeof prices.samples)[number]) => (onTop ? amount.plus(fee) : amount);
        const within = (value: Decimal, one: Decimal, other: Decimal) =>
          value.gte(Decimal.min(one, other)) && value.lte(Decimal.max(one, other));
        const isBetweenNeighbours = prices.samples.some((right, index) => {
          const left = prices.samples[index - 1];
          if (left === undefined) return false;
          return (
            within(pay, totalOf(left), totalOf(right)) &&
            within(priced.fee, left.fee, right.fee) &&
            within(priced.rate, left.rate, right.rate)
          );
        });
        expect(isBetweenNeighbours).toBe(true);
      }),
      runs,
    );
  });

  it("a budget is answered near a sample or between two, never beyond", () => {
    fc.assert(
      fc.property(sampledPrices, budgets, (prices, pay) => {
        const priced = priceForBudget(prices, pay);
        const last = prices.samples.at(-1);
        const first = prices.samples[0];
        if (priced === null || last === undefined || first === undefined) return;
        const most = Decimal.max(...prices.samples.map(({ amount, fee }) => amount.times("1.02").plus(fee)));
        expect(pay.lte(prices.feePlacement === "on_top" ? most : last.amount)).toBe(true);
        const least = Decimal.min(...prices.samples.map(({ amount }) => amount.times("0.98")));
        expect(pay.gte(prices.feePlacement === "on_top" ? least : first.amount)).toBe(true);
      }),
      runs,
    );
  });
});

describe("laws of the mirror question", () => {
  it("asking for what S brings never costs more than S", () => {
    fc.assert(
      fc.property(anyPrices, budgets, (prices, pay) => {
        const priced = priceForBudget(prices, pay);
        if (priced === null) return;
        const back = priceForReceived(prices, priced.received);
        // A budget a whole tier further up may bring so little that its X lies below the provider's least amount.
        if (back === null) {
          expect(prices.schedule?.band ?? null).not.toBeNull();
          return;
        }
        expect(back.pay.lte(pay)).toBe(true);
        expect(back.received.eq(priced.received)).toBe(true);
      }),
      runs,
    );
  });

  it("its S brings at least X, and a cent less does not", () => {
    fc.assert(
      fc.property(anyPrices, rates, budgets, (prices, some, factor) => {
        const asked = some.times(factor).toDecimalPlaces(prices.receiveMinorUnits).plus(1);
        const answer = priceForReceived(prices, asked);
        if (answer === null) return;
        expect(answer.converted.plus(answer.fee).eq(answer.pay)).toBe(true);
        expect(received(prices, answer.pay).gte(asked)).toBe(true);
        expect(received(prices, answer.pay.minus(cent)).lt(asked)).toBe(true);
      }),
      { ...runs, numRuns: 2_000 },
    );
  });
});
