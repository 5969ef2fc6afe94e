import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { unore } from "../../workers/collector/src/adapters/rates/unore.ts";
import { newestRates } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseRates = (change?: (body: string) => string) => unore.parse([loadAnswer("unore/rates.xml", change)]);

describe("unore", () => {
  it("asks for the one file there is", () => {
    expect(unore.plan(newestRates).map(({ url }) => url)).toEqual([
      "https://treasury.un.org/operationalrates/xsql2XML.php",
    ]);
  });

  it("reads a row per currency and day: tabs trimmed, countries of one currency once, the dollar itself left out", () => {
    const on = { base: "USD", contributors: 1 };
    expect(parseRates()).toEqual({
      rates: [
        { ...on, quote: "XOF", value: "564.81", observedOn: "2026-11-01" },
        { ...on, quote: "CDF", value: "2490", observedOn: "2026-11-01" },
        { ...on, quote: "CDF", value: "2510", observedOn: "2026-11-15" },
      ],
      setAside: [],
      proofs: [0, 0, 0],
    });
  });

  it("sets aside two figures of one currency and day", () => {
    const { setAside } = parseRates((body) => body.replace("564.810", "570"));
    expect(setAside.map(({ code, subject }) => [code, subject])).toEqual([["ambiguous_rate", "USD/XOF"]]);
  });

  it.each<[string, (body: string) => string]>([
    ["days in another form", (body) => body.replaceAll(/\d+ Nov 2026/g, "2026-11")],
    ["figures that are none", (body) => body.replaceAll(/<rate>[^<]*/g, "<rate>N/A")],
    ["a renamed element", (body) => body.replaceAll("f_curr_code", "code")],
    ["a file without rates", () => "<UN_OPERATIONAL_RATES_DATASET></UN_OPERATIONAL_RATES_DATASET>"],
    ["a body cut short", (body) => body.slice(0, 300)],
    ["a page of HTML", () => "<!DOCTYPE html><html><body><p>Not available</p></body></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseRates(change)).toThrow(SourceShapeError);
  });
});
