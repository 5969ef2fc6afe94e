import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { fawazahmed0 } from "../../workers/collector/src/adapters/rates/fawazahmed0.ts";
import { newestRates } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseTable = (change?: (body: string) => string) =>
  fawazahmed0.parse([loadAnswer("fawazahmed0/usd.json", change)]);

describe("fawazahmed0", () => {
  it("asks for the newest table per US dollar", () => {
    expect(fawazahmed0.plan(newestRates)).toEqual([
      {
        method: "GET",
        url: "https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@latest/v1/currencies/usd.json",
        headers: { accept: "application/json" },
      },
    ]);
  });

  it("reads money that lives on that day, and neither tokens, metals, ended codes nor the base itself", () => {
    const on = { base: "USD", observedOn: "2026-11-20", contributors: 1 };
    expect(parseTable()).toEqual({
      rates: [
        { ...on, quote: "AED", value: "3.6725" },
        { ...on, quote: "CDF", value: "2498.71204417" },
        { ...on, quote: "EUR", value: "0.86130412" },
        { ...on, quote: "XOF", value: "564.98117023" },
      ],
      setAside: [],
      proofs: [0, 0, 0, 0],
    });
  });

  it("sets aside a figure with an exponent where a currency has one", () => {
    const { rates, setAside } = parseTable((body) => body.replace("2498.71204417", "2.4e3"));
    expect(rates).toHaveLength(3);
    expect(setAside).toEqual([{ code: "unreadable_row", subject: "CDF", detail: "CDF at 2.4e3" }]);
  });

  it.each<[string, (body: string) => string]>([
    ["another base than the one asked for", (body) => body.replace('"usd": {', '"eur": {')],
    ["a date that is none", (body) => body.replace("2026-11-20", "latest")],
    ["figures that are objects", (body) => body.replace("3.6725", "{}")],
    ["a body cut short", (body) => body.slice(0, 150)],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseTable(change)).toThrow(SourceShapeError);
  });
});
