import { describe, expect, it } from "@jest/globals";
import {
  ceilTo,
  Decimal,
  decimalText,
  displayPct,
  fixedText,
  floorTo,
  InputError,
  parseDecimal,
  ratio,
  roundHalfUp,
} from "@openremit/shared/domain";

describe("decimals", () => {
  it.each([
    ["0.1", "0.1"],
    ["-12.50", "-12.5"],
    ["007", "7"],
    ["-0.000", "0"],
    ["0.000000000000000000000000000001", "0.000000000000000000000000000001"],
    ["123456789012345678901234567890", "123456789012345678901234567890"],
    ["1234567890.123456789012345678901234567891", "1234567890.123456789012345678901234567891"],
  ])("reads %s with every digit it has", (text, expected) => {
    expect(decimalText(parseDecimal(text))).toBe(expected);
  });

  it.each([
    "",
    " 1",
    "1 ",
    "+1",
    "1.",
    ".5",
    "1e3",
    "1,5",
    "NaN",
    "Infinity",
    "0x10",
    "١",
    "--1",
    `1${"0".repeat(30)}`,
  ])("refuses %p as a number", (text) => {
    expect(() => parseDecimal(text)).toThrow(InputError);
  });

  it("refuses more than 40 digits in all", () => {
    expect(() => parseDecimal(`${"1".repeat(20)}.${"1".repeat(22)}`)).toThrow(InputError);
  });

  it("adds without binary dust", () => {
    expect(decimalText(parseDecimal("0.1").plus(parseDecimal("0.2")))).toBe("0.3");
  });

  it("rounds ties away from zero, floors down and ceils up on both sides of zero", () => {
    const [up, down] = [parseDecimal("1.005"), parseDecimal("-1.005")];
    expect([roundHalfUp(up, 2), roundHalfUp(down, 2)].map(decimalText)).toEqual(["1.01", "-1.01"]);
    expect([floorTo(up, 2), floorTo(down, 2)].map(decimalText)).toEqual(["1", "-1.01"]);
    expect([ceilTo(up, 2), ceilTo(down, 2)].map(decimalText)).toEqual(["1.01", "-1"]);
  });

  it("shows a fixed number of places", () => {
    expect([fixedText(parseDecimal("2.5"), 2), fixedText(parseDecimal("1299.5"), 0)]).toEqual(["2.50", "1300"]);
  });

  it.each([
    ["-0.004", "0.00"],
    ["-0.005", "-0.01"],
    ["0.125", "0.13"],
    ["7.849999999", "7.85"],
    ["-10", "-10.00"],
  ])("shows %s per cent as %s", (pct, shown) => {
    expect(displayPct(parseDecimal(pct))).toBe(shown);
  });

  it("divides to 20 significant digits for percentages and to 40 elsewhere", () => {
    const [one, three] = [new Decimal(1), new Decimal(3)];
    expect(decimalText(ratio(one, three))).toBe(`0.${"3".repeat(20)}`);
    expect(decimalText(one.div(three))).toBe(`0.${"3".repeat(40)}`);
  });
});
