import { describe, expect, it } from "@jest/globals";
import { type DailyMedianMargin, Decimal, referenceIsRepresentative } from "@openremit/shared/domain";

/** One entry a day, in per cent. */
function margins(...medians: string[]): DailyMedianMargin[] {
  return medians.map((median, index) => ({ day: `2026-11-${10 + index}`, medianMarginPct: new Decimal(median) }));
}

describe("whether a reference rate is what people get", () => {
  it("holds where nothing is known against it", () => {
    expect(referenceIsRepresentative([])).toBe(true);
    expect(referenceIsRepresentative(margins("1.2", "-1.5", "-0.9"))).toBe(true);
  });

  it("ends on a day with a median below -1.5 %", () => {
    expect(referenceIsRepresentative(margins("0.4", "-1.51"))).toBe(false);
  });

  it("does not come back with four days above -0.5 %, and does with five", () => {
    expect(referenceIsRepresentative(margins("-4", "0.2", "0.1", "-0.4", "0.3"))).toBe(false);
    expect(referenceIsRepresentative(margins("-4", "0.2", "0.1", "-0.4", "0.3", "0.1"))).toBe(true);
  });

  it("counts the five days anew after one that is not above -0.5 %", () => {
    expect(referenceIsRepresentative(margins("-4", "0.2", "0.1", "-0.5", "0.3", "0.1", "0.2", "0.1"))).toBe(false);
  });

  it("goes by the days, not by the order of the entries", () => {
    expect(referenceIsRepresentative(margins("-4", "0.2", "0.1", "-0.4", "0.3", "0.1").reverse())).toBe(true);
  });
});
