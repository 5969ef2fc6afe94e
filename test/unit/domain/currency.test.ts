import { describe, expect, it } from "@jest/globals";
import {
  InputError,
  isCurrency,
  isCurrencyAlive,
  isPayableCurrency,
  minorUnits,
  moneyText,
  parseDecimal,
} from "@openremit/shared/domain";

describe("currencies", () => {
  it.each([
    [0, "XOF XAF RWF BIF UGX GNF VND KRW JPY CLP PYG KMF DJF ISK VUV XPF UYI"],
    [2, "EUR USD MAD TRY CDF PHP UZS INR MRU MGA XCG ZWG SLE XAD"],
    [3, "KWD BHD OMR JOD TND LYD IQD"],
    [4, "CLF UYW"],
  ])("gives %d minor units to %s", (units, codes) => {
    expect(codes.split(" ").map(minorUnits)).toEqual(codes.split(" ").map(() => units));
  });

  it.each(["XYZ", "eur", "", "EURO", "XXX", "XTS", "GGP"])("does not know %p", (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(isCurrencyAlive(code, "2026-01-01")).toBe(false);
    expect(() => minorUnits(code)).toThrow(InputError);
  });

  it("knows gold and XDR as codes that nobody is paid in", () => {
    expect(isCurrencyAlive("XDR", "2026-01-01")).toBe(true);
    expect(() => minorUnits("XDR")).toThrow(/no minor unit/);
    expect(["EUR", "XOF", "XDR", "XAU", "EUX"].filter(isPayableCurrency)).toEqual(["EUR", "XOF"]);
  });

  it.each([
    ["BGN", "2025-12-31", "2026-01-01"],
    ["HRK", "2022-12-31", "2023-01-01"],
    ["SLL", "2023-12-31", "2024-01-01"],
    ["VEF", "2018-08-19", "2018-08-20"],
    ["ZWL", "2024-08-31", "2024-09-01"],
    ["ANG", "2025-03-30", "2025-03-31"],
    ["MRO", "2018-06-30", "2018-07-01"],
    ["CUC", "2020-12-31", "2021-01-01"],
    ["DEM", "2002-02-28", "2002-03-01"],
    ["LTL", "2014-12-31", "2015-01-01"],
  ])("retires %s after %s", (code, lastDay, firstDayWithout) => {
    expect(isCurrencyAlive(code, lastDay)).toBe(true);
    expect(isCurrencyAlive(code, firstDayWithout)).toBe(false);
  });

  it.each([
    ["EUR", "1999-01-03", "1999-01-04"],
    ["SLE", "2022-06-30", "2022-07-01"],
    ["VES", "2018-08-19", "2018-08-20"],
    ["XCG", "2025-03-30", "2025-03-31"],
    ["TRY", "2004-12-31", "2005-01-01"],
    ["ZMW", "2012-12-31", "2013-01-01"],
  ])("has no %s on %s yet", (code, dayBefore, firstDay) => {
    expect(isCurrencyAlive(code, dayBefore)).toBe(false);
    expect(isCurrencyAlive(code, firstDay)).toBe(true);
  });

  it.each([
    ["200", "EUR", "200.00"],
    ["64290.4", "XOF", "64290"],
    ["338.7566", "TND", "338.757"],
    ["-0.001", "EUR", "0.00"],
  ])("writes %s %s as %s", (amount, currency, text) => {
    expect(moneyText(parseDecimal(amount), currency)).toBe(text);
  });
});
