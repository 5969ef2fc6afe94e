import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { inforeuro } from "../../workers/collector/src/adapters/rates/inforeuro.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const endpoint = "https://ec.europa.eu/budg/inforeuro/api/public/monthly-rates";
const parseMonth = (change?: (body: string) => string, url = `${endpoint}?lang=EN&year=2026&month=11`) =>
  inforeuro.parse([loadAnswer("inforeuro/2026-11.json", change, url)]);

describe("inforeuro", () => {
  it("asks for the month of the visit by name", () => {
    const url = (today: string) => inforeuro.plan({ since: "2026-10-01", today }).map((request) => request.url);
    expect(url("2026-11-20")).toEqual([`${endpoint}?lang=EN&year=2026&month=11`]);
    expect(url("2027-01-02")).toEqual([`${endpoint}?lang=EN&year=2027&month=1`]);
  });

  it("reads one rate per currency of the rows of its countries, on the first of the month that was asked", () => {
    const on = { base: "EUR", observedOn: "2026-11-01", contributors: 1 };
    expect(parseMonth()).toEqual({
      rates: [
        { ...on, quote: "XOF", value: "655.957" },
        { ...on, quote: "CDF", value: "2893.4102" },
        { ...on, quote: "DKK", value: "7.4612" },
        { ...on, quote: "ZWG", value: "30.9155" },
      ],
      setAside: [],
      proofs: [0, 0, 0, 0],
    });
  });

  it("sets aside a currency that two countries have at different figures", () => {
    const { rates, setAside } = parseMonth((body) => body.replace("655.957", "656.957"));
    expect(rates.map(({ quote }) => quote)).not.toContain("XOF");
    expect(setAside).toEqual([
      { code: "ambiguous_rate", subject: "EUR/XOF", detail: "two different figures for 2026-11-01" },
    ]);
  });

  it("refuses an error that comes in place of the list, and says which", () => {
    expect(() => parseMonth(() => '{"message":"No rates for this month"}')).toThrow(/No rates for this month/);
  });

  it.each<[string, (body: string) => string]>([
    ["an empty list", () => "[]"],
    ["a renamed field", (body) => body.replaceAll("isoA3Code", "currencyIso")],
    ["a body cut short", (body) => body.slice(0, 300)],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseMonth(change)).toThrow(SourceShapeError);
  });

  it("refuses an address without a month", () => {
    expect(() => parseMonth(undefined, endpoint)).toThrow(SourceShapeError);
  });
});
