import { describe, expect, it } from "@jest/globals";
import { costsOf, DomainError, decimalText, displayPct, parseDecimal } from "@openremit/shared/domain";

const priced = (figures: { pay: string; fee: string; rate: string; received: string }) => ({
  pay: parseDecimal(figures.pay),
  fee: parseDecimal(figures.fee),
  converted: parseDecimal(figures.pay).minus(parseDecimal(figures.fee)),
  rate: parseDecimal(figures.rate),
  received: parseDecimal(figures.received),
});

describe("costs", () => {
  it("agree with the World Bank's worked example", () => {
    const costs = costsOf(
      priced({ pay: "126.90", fee: "6.90", rate: "11.075", received: "1329" }),
      "on_top",
      parseDecimal("11.319"),
    );
    expect([costs.feePct, costs.fxMarginPct, costs.rpwTotalPct].map((pct) => pct && displayPct(pct))).toEqual([
      "5.75",
      "2.16",
      "7.91",
    ]);
  });

  it("take the fee's share of what the sender asked to send: S inside, A on top", () => {
    const offer = priced({ pay: "200", fee: "10", rate: "9.7", received: "1843" });
    expect(decimalText(costsOf(offer, "inside", null).feePct)).toBe("5");
    expect(displayPct(costsOf(offer, "on_top", null).feePct)).toBe("5.26");
  });

  it("are unknown, save the fee's share, without a reference rate", () => {
    const offer = priced({ pay: "200", fee: "10", rate: "9.7", received: "1843" });
    expect(costsOf(offer, "inside", null)).toEqual({
      feePct: parseDecimal("5"),
      fxMarginPct: null,
      effectiveCostPct: null,
      rpwTotalPct: null,
      cost: null,
    });
  });

  it("are negative where a provider beats the reference", () => {
    const costs = costsOf(priced({ pay: "100", fee: "0", rate: "11", received: "1100" }), "inside", parseDecimal("10"));
    expect([costs.effectiveCostPct, costs.cost].map((figure) => figure && decimalText(figure))).toEqual(["-10", "-10"]);
  });

  it("refuse a reference that is not above zero", () => {
    const offer = priced({ pay: "100", fee: "0", rate: "11", received: "1100" });
    expect(() => costsOf(offer, "inside", parseDecimal("0"))).toThrow(DomainError);
  });
});
