import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { cbn } from "../../workers/collector/src/adapters/rates/cbn.ts";
import { newestRates } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseRates = (change?: (body: string) => string) => cbn.parse([loadAnswer("cbn/rates.json", change)]);

describe("cbn", () => {
  it("asks for everything in one request, as there is no other", () => {
    expect(cbn.plan(newestRates)).toEqual([
      {
        method: "GET",
        url: "https://www.cbn.gov.ng/api/GetAllExchangeRates",
        headers: { accept: "application/json" },
      },
    ]);
  });

  it("reads the central rate by the currency's name, padded or spelled two ways, and leaves CFA and WAUA out", () => {
    const on = { quote: "NGN", observedOn: "2026-11-20", contributors: 1 };
    const { rates, setAside } = parseRates();
    expect(setAside).toEqual([]);
    expect(rates).toEqual([
      { ...on, base: "JPY", value: "9.8826" },
      { ...on, base: "GBP", value: "1939.8200" },
      { ...on, base: "XDR", value: "1987.7256" },
      { ...on, base: "USD", value: "1456.2000" },
      { ...on, base: "EUR", value: "1690.4300", observedOn: "2026-11-19" },
      { ...on, base: "GBP", value: "207.6020", observedOn: "2003-02-04" },
    ]);
  });

  it("lets a bad row of years ago cost that row only", () => {
    const { rates, setAside } = parseRates((body) => body.replace("207.6020", "").replace("YEN   ", "COWRIES"));
    expect(rates).toHaveLength(4);
    expect(setAside.map(({ code, subject }) => [code, subject])).toEqual([
      ["unknown_currency", "COWRIES"],
      ["unreadable_row", "GBP"],
    ]);
  });

  it.each<[string, (body: string) => string]>([
    ["figures that are none", (body) => body.replaceAll(/"centralrate": "[^"]*"/g, '"centralrate": "N/A"')],
    ["a renamed field", (body) => body.replaceAll("centralrate", "midrate")],
    ["an empty list", () => "[]"],
    ["a body cut short", (body) => body.slice(0, 700)],
    ["a page of HTML", () => "<html><body>Service Unavailable</body></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseRates(change)).toThrow(SourceShapeError);
  });
});
