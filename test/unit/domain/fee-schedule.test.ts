import { describe, expect, it } from "@jest/globals";
import {
  decimalText,
  feeFor,
  InputError,
  parseDecimal,
  parseFeeSchedule,
  principalForTotal,
} from "@openremit/shared/domain";

const tier = (figures: Partial<Record<"from" | "flat" | "pct" | "min" | "max", string>> = {}) => ({
  from: figures.from ?? "0",
  flat: figures.flat ?? "0",
  pct: figures.pct ?? "0",
  min: figures.min ?? null,
  max: figures.max ?? null,
});
const schedule = (...tiers: Parameters<typeof tier>[0][]) => parseFeeSchedule({ tiers: tiers.map(tier) });
const fee = (of: ReturnType<typeof schedule>, principal: string, places = 2) =>
  decimalText(feeFor(of, parseDecimal(principal), places));
const principal = (of: ReturnType<typeof schedule>, total: string, places = 2) => {
  const found = principalForTotal(of, parseDecimal(total), places, null);
  return found === null ? null : decimalText(found);
};

describe("a fee schedule", () => {
  it.each([
    ["no tier at all", []],
    ["a first tier above 0", [tier({ from: "1" })]],
    ["tiers that do not ascend", [tier(), tier({ from: "100" }), tier({ from: "100" })]],
    ["a negative fee", [tier({ flat: "-1" })]],
    ["a cap below its minimum", [tier({ min: "5", max: "4" })]],
    ["a fee of the whole principal", [tier({ pct: "100" })]],
    ["a figure that is no number", [tier({ flat: "free" })]],
  ])("is refused with %s", (_, tiers) => {
    expect(() => parseFeeSchedule({ tiers })).toThrow(InputError);
  });

  it("charges the tier an amount lies in, its start included", () => {
    const tiers = schedule({ flat: "5" }, { from: "100", flat: "2" }, { from: "1000" });
    expect(["0", "99.99", "100", "999.99", "1000"].map((amount) => fee(tiers, amount))).toEqual([
      "5",
      "5",
      "2",
      "2",
      "0",
    ]);
  });

  it("adds flat and percentage, held between minimum and cap", () => {
    const capped = schedule({ flat: "1", pct: "2", min: "2.50", max: "10" });
    expect(["50", "100", "450", "9000"].map((amount) => fee(capped, amount))).toEqual(["2.5", "3", "10", "10"]);
  });

  it("rounds half-up to the minor unit of the send currency", () => {
    expect(fee(schedule({ pct: "1" }), "0.50")).toBe("0.01");
    expect(fee(schedule({ pct: "1" }), "0.49")).toBe("0");
    expect(fee(schedule({ pct: "1" }), "1550", 0)).toBe("16");
    expect(fee(schedule({ pct: "1" }), "1.25", 3)).toBe("0.013");
  });
});

describe("the principal a total pays for", () => {
  it("is what is left after a fee that depends on it", () => {
    expect(principal(schedule({ flat: "2", pct: "1" }), "204")).toBe("200");
    expect(principal(schedule({ pct: "1", min: "3" }), "100")).toBe("97");
    expect(principal(schedule({ pct: "2", max: "10" }), "1000")).toBe("990");
  });

  it("leaves room for one more unit where the fee's rounding does", () => {
    expect(principal(schedule({ flat: "0.994" }), "10")).toBe("9.01");
  });

  it("falls a cent short where no principal meets the total", () => {
    expect(principal(schedule({ pct: "1.5" }), "0.34")).toBe("0.33");
  });

  it("is the greater of two", () => {
    expect(principal(schedule({ flat: "0.99" }, { from: "125" }), "125")).toBe("125");
  });

  it("is none where the fee jumps up past the total", () => {
    const jump = schedule({}, { from: "100", flat: "5" });
    expect(["99.99", "100", "104.99", "105"].map((total) => principal(jump, total))).toEqual([
      "99.99",
      null,
      null,
      "100",
    ]);
  });

  it("is none where the fee eats the total", () => {
    expect(["4.99", "5", "0"].map((total) => principal(schedule({ flat: "5" }), total))).toEqual([null, null, null]);
  });
});
