import { describe, expect, it } from "@jest/globals";
import { mostPaid } from "@openremit/shared/comparison";
import fc from "fast-check";
import { readAmount } from "../../../services/web/src/question/index.ts";

const read = (typed: string, currency = "EUR") => {
  const { amount, wrong } = readAmount(typed, currency, { most: mostPaid });
  return amount ?? wrong.reason;
};

describe("an amount as people type it", () => {
  it.each([
    ["200", "200"],
    ["199,50", "199.5"],
    ["199.50", "199.5"],
    [" 350 ", "350"],
    ["007", "7"],
    ["€ 200", "200"],
    ["200 €", "200"],
    ["200 EUR", "200"],
    ["eur200", "200"],
    ["٢٠٠", "200"],
    ["١٩٩٫٥٠", "199.5"],
    ["۲۰۰", "200"],
    ["1000000", "1000000"],
  ])("%j is %s", (typed, amount) => {
    expect(read(typed)).toBe(amount);
  });

  it.each(["1.000", "1,000", "1 000", "1’000", "12 000", "1.000.000", "1,000.50", "1.000,50", "€1.000"])(
    "does not guess whether %j is one or thousands",
    (typed) => {
      expect(read(typed)).toBe("thousands");
    },
  );

  it("reads three digits after the point where the currency has them", () => {
    expect(read("12.500", "KWD")).toBe("12.5");
    expect(read("1,200.500", "KWD")).toBe("thousands");
  });

  it.each([
    ["", "missing"],
    ["  ", "missing"],
    ["€", "missing"],
    ["0", "zero"],
    ["0.00", "zero"],
    ["-5", "not_a_number"],
    ["1e3", "not_a_number"],
    ["two hundred", "not_a_number"],
    ["200 USD", "not_a_number"],
    ["1..5", "not_a_number"],
    ["Infinity", "not_a_number"],
    ["1.2345", "decimals"],
    [`1.${"5".repeat(60)}`, "decimals"],
    ["1000000.01", "too_much"],
    ["9".repeat(400), "too_much"],
  ])("%j is refused: %s", (typed, reason) => {
    expect(read(typed)).toBe(reason);
  });

  it("has no decimals where the currency has none", () => {
    expect([read("500", "XOF"), read("500.5", "XOF")]).toEqual(["500", "decimals"]);
  });

  it("may be nothing where that makes sense, such as for a fee", () => {
    expect(readAmount("0", "EUR", { most: mostPaid, mayBeZero: true }).amount).toBe("0");
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        expect(typeof read(typed)).toBe("string");
      }),
      { seed: 4 },
    );
  });
});
