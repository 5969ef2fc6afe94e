import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { parseHistoryCsv } from "../../../services/standalone/src/import/parse-history-csv.ts";

const file = readFileSync("test/fixtures/import/eurofxref-hist.csv", "utf8");

describe("the ECB's history as CSV", () => {
  it("is read with every published digit: the comma at the end of each row is no currency, N/A no figure", () => {
    const rates = parseHistoryCsv(file);
    expect(rates.map(({ quote, value, observedOn }) => `${observedOn} ${quote} ${value}`)).toEqual([
      "2026-11-20 USD 1.161",
      "2026-11-20 JPY 171.25",
      "2026-11-20 ISK 143.6",
      "2026-11-19 USD 1.1588",
      "2026-11-19 JPY 171.250",
      "2007-12-31 USD 1.1721",
      "2007-12-31 JPY 164.93",
      "2007-12-31 CYP 0.585274",
      "2007-12-31 ISK 141.9",
      "2007-12-28 USD 1.1692",
      "2007-12-28 JPY 165.02",
      "2007-12-28 CYP 0.585274",
      "2007-12-28 ISK 142.05",
    ]);
    expect(rates[0]).toEqual({ base: "EUR", quote: "USD", value: "1.161", observedOn: "2026-11-20", contributors: 1 });
  });

  it("reads alike without the trailing comma, and with a byte order mark", () => {
    expect(parseHistoryCsv(`\uFEFF${file.replaceAll(",\r\n", "\r\n")}`)).toEqual(parseHistoryCsv(file));
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ["another table", () => "Name,Age\nAda,36\n", /not the ECB's history/],
    ["a currency that is none", (text) => text.replace("CYP", "XXQ"), /not the ECB's history/],
    ["a hole in the header", (text) => text.replace("JPY", ""), /not the ECB's history/],
    ["a currency with two columns", (text) => text.replace("JPY", "USD"), /two columns/],
    ["a day that is none", (text) => text.replace("2007-12-31", "31/12/2007"), /line 4: "31\/12\/2007" is no day/],
    ["a day listed twice", (text) => text.replace("2007-12-31", "2007-12-28"), /line 5: 2007-12-28 is listed twice/],
    ["a figure that is none", (text) => text.replace("164.93", "n/a"), /line 4, JPY: "n\/a" is neither a figure/],
    ["a figure of zero", (text) => text.replace("164.93", "0"), /line 4, JPY: "0"/],
    ["an empty cell", (text) => text.replace("164.93", ""), /line 4, JPY: ""/],
    ["a figure without a currency", (text) => text.replace("143.6,", "143.6,9.1"), /line 2: more figures/],
    ["a row cut short", (text) => text.slice(0, -20), /not a CSV file/],
    ["an empty file", () => "", /not the ECB's history/],
  ])("refuses %s, and says where", (_what, change, words) => {
    expect(() => parseHistoryCsv(change(file))).toThrow(SourceShapeError);
    expect(() => parseHistoryCsv(change(file))).toThrow(words);
  });
});
