import { describe, expect, it } from "@jest/globals";
import { barWidth } from "../../../services/web/src/format/bar-width.ts";
import { createFormats } from "../../../services/web/src/format/formats.ts";

const english = createFormats("en-GB", "Europe/Brussels");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("figures for people", () => {
  it.each([
    ["2118.60", "EUR", "€2,118.60"],
    ["-3.83", "EUR", "-€3.83"],
    ["1234567", "XOF", "F CFA 1,234,567"],
    ["90071992547409931.25", "EUR", "€90,071,992,547,409,931.25"],
  ])("write %s %s as %s, every digit as it is", (amount, currency, text) => {
    expect(plain(english.money(amount, currency))).toBe(text);
  });

  it.each([
    ["1.9", "1.90%"],
    ["-0.41", "-0.41%"],
    ["0.00", "0.00%"],
  ])("write %s per cent as %s", (pct, text) => {
    expect(english.percent(pct)).toBe(text);
  });

  it.each(["10.813271783", "10.8100", "655.957", "1", "0.00000000000000000000000000120"])(
    "write the rate %s with every digit that was published",
    (rate) => {
      expect(english.rate(rate)).toBe(rate);
    },
  );

  it("write a rate with the signs of the language", () => {
    expect(createFormats("fr-BE-u-nu-latn", "UTC").rate("16543.2100")).toMatch(/^16\s543,2100$/);
  });

  it("tell an instant as a day and a time where the site is, never how long ago it is", () => {
    expect(english.moment("2026-11-23T11:48:00Z")).toBe("23 Nov 2026, 12:48");
    expect(english.day("2026-11-23")).toBe("23 Nov 2026");
  });

  it("keep the digits 0 to 9 in Arabic", () => {
    expect(createFormats("ar-MA-u-nu-latn", "Europe/Brussels").money("2118.60", "MAD")).toMatch(/2[.,]118[.,]60/);
  });

  it("name countries and currencies shortly", () => {
    expect(["BE", "CI"].map(english.country)).toEqual(["Belgium", "Côte d’Ivoire"]);
    expect(["EUR", "GBP", "CAD", "CHF"].map(english.currencySymbol)).toEqual(["€", "£", "CA$", "CHF"]);
  });
});

describe("the width of a bar", () => {
  it.each([
    ["0.00", 0],
    ["-1.20", 0],
    ["2.50", 25],
    ["10.00", 100],
    ["37.10", 100],
  ])("of %s per cent is %d of 100", (pct, width) => {
    expect(barWidth(pct)).toBe(width);
  });
});

describe("sizes of files", () => {
  it.each([
    [0, "1 kB"],
    [999, "1 kB"],
    [40_803, "40.8 kB"],
    [999_999, "1,000 kB"],
    [1_000_000, "1 MB"],
    [27_612_779, "27.6 MB"],
    [4_200_000_000, "4.2 GB"],
    [7_000_000_000_000, "7,000 GB"],
  ])("write %s bytes as %s", (bytes, text) => {
    expect(plain(english.fileSize(bytes))).toBe(text);
  });
});
