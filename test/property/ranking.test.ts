import { describe, expect, it } from "@jest/globals";
import {
  costsOf,
  payIns,
  payOuts,
  type Rankable,
  rankForBudget,
  rankForReceived,
  speeds,
} from "@openremit/shared/domain";
import fc from "fast-check";
import { budgets, decimalBetween, rates } from "../support/price-arbitraries.ts";

const runs = { seed: 20260702, numRuns: 300 };

/** Few distinct values, so that ties are common. */
const offers = (pay: fc.Arbitrary<Rankable["pay"]>) =>
  fc.array(
    fc.record<Rankable>({
      pay,
      received: decimalBetween(1, 6, 0),
      speed: fc.constantFrom(...speeds, null),
      providerName: fc.constantFrom("Wise", "Ria", "ria", "Éclair"),
      payIn: fc.constantFrom(...payIns, null),
      payOut: fc.constantFrom(...payOuts, null),
    }),
    { maxLength: 40 },
  );
const shuffled = (list: fc.Arbitrary<Rankable[]>) =>
  list.chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })));

describe("laws of a ranking", () => {
  it.each([rankForBudget, rankForReceived])("the order of the input does not matter (%p)", (rank) => {
    fc.assert(
      fc.property(shuffled(offers(decimalBetween(1, 6, 0))), ([one, other]) => {
        expect(rank(other)).toEqual(rank(one));
      }),
      runs,
    );
  });

  it("ordering by X is ordering by effective cost, for every reference rate", () => {
    const question = fc.record({ pay: budgets, reference: rates });
    const answers = fc.array(decimalBetween(1, 100_000_000, 2), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(question, answers, ({ pay, reference }, received) => {
        const ranked = rankForBudget(
          received.map((x) => ({ pay, received: x, speed: null, providerName: "A", payIn: null, payOut: null })),
        );
        const costs = ranked.map(
          (offer) =>
            costsOf({ ...offer, fee: pay.minus(pay), converted: pay, rate: reference }, "inside", reference)
              .effectiveCostPct,
        );
        for (const [index, cost] of costs.entries()) {
          const previous = costs[index - 1] ?? null;
          if (previous === null || cost === null) continue;
          const sameX = ranked[index]?.received.eq(ranked[index - 1]?.received ?? pay);
          expect(sameX ? cost.eq(previous) : cost.gt(previous)).toBe(true);
        }
      }),
      runs,
    );
  });
});
