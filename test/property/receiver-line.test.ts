import { describe, expect, it } from "@jest/globals";
import { Decimal, feeFor, receiverLineAmount } from "@openremit/shared/domain";
import fc from "fast-check";
import { budgets, feeSchedules } from "../support/price-arbitraries.ts";

const runs = { seed: 20261123, numRuns: 400 };
const places = fc.constantFrom(0, 2, 3);

/** More places than any figure here has: nothing is rounded. */
const exactPlaces = 30;

function amountOf(kind: "tax" | "incentive", schedule: Parameters<typeof feeFor>[0], received: Decimal, at: number) {
  const amount = receiverLineAmount({ kind, schedule, band: null }, received, at);
  if (amount === null) throw new Error("a known schedule without band answers every amount");
  return amount;
}

describe("laws of the receiver's side", () => {
  it("never understates a cost nor overstates an incentive, by less than one minor unit", () => {
    fc.assert(
      fc.property(feeSchedules, budgets, places, (schedule, received, digits) => {
        const exact = feeFor(schedule, received, exactPlaces);
        const cost = amountOf("tax", schedule, received, digits);
        const gain = amountOf("incentive", schedule, received, digits);
        const unit = new Decimal(10).pow(-digits);
        expect(cost.gte(exact) && cost.minus(exact).lt(unit)).toBe(true);
        expect(gain.lte(exact) && exact.minus(gain).lt(unit)).toBe(true);
        expect([cost, gain].some((amount) => amount.isNegative())).toBe(false);
        expect([cost, gain].every((amount) => amount.decimalPlaces() <= digits)).toBe(true);
      }),
      runs,
    );
  });
});
