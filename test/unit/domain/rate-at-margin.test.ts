import { describe, expect, it } from "@jest/globals";
import { Decimal, DomainError, fxMarginPctOf, rateAtMargin } from "@openremit/shared/domain";
import fc from "fast-check";

const rate = (reference: string, margin: string) => rateAtMargin(new Decimal(reference), new Decimal(margin));

describe("the rate at a published margin", () => {
  it.each([
    ["10", "1.5", "9.85"],
    ["10", "0", "10"],
    ["10", "-1.7", "10.17"],
    ["655.957", "3.99", "629.7843157"],
    ["3.3333333333333333", "0", "3.33333333333"],
  ])("of %s less %s %% is %s", (reference, margin, expected) => {
    expect(rate(reference, margin).toString()).toBe(expected);
  });

  it("gives the margin back", () => {
    const figure = fc.integer({ min: 1, max: 99_999_999 }).map((units) => new Decimal(units).div(10_000));
    const margin = fc.integer({ min: -2_500, max: 2_500 }).map((units) => new Decimal(units).div(100));
    fc.assert(
      fc.property(figure, margin, (reference, marginPct) => {
        const back = fxMarginPctOf(rateAtMargin(reference, marginPct), reference);
        expect(back.minus(marginPct).abs().lt("0.00000001")).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it("is none without a reference, nor where the margin takes all", () => {
    expect(() => rate("0", "1")).toThrow(DomainError);
    expect(() => rate("10", "100")).toThrow(DomainError);
  });
});
