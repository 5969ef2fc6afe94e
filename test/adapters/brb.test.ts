import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { brb } from "../../workers/collector/src/adapters/rates/brb.ts";
import { newestRates } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parsePage = (change?: (body: string) => string) => brb.parse([loadAnswer("brb/page.html", change)]);

describe("brb", () => {
  it("asks for the list of bulletins, which holds the day's table", () => {
    expect(brb.plan(newestRates)).toEqual([
      { method: "GET", url: "https://www.brb.bi/en/affichagetoustauxchange", headers: { accept: "text/html" } },
    ]);
  });

  it("reads the middle rates and dates them by the newest bulletin", () => {
    const on = { quote: "BIF", observedOn: "2026-11-20", contributors: 1 };
    expect(parsePage()).toEqual({
      rates: [
        { ...on, base: "USD", value: "2975.0200" },
        { ...on, base: "EUR", value: "3454.9400" },
        { ...on, base: "XDR", value: "4063.6100" },
      ],
      setAside: [],
      proofs: [0, 0, 0],
    });
  });

  it("sets aside a currency it does not know", () => {
    const { rates, setAside } = parsePage((body) => body.replace(">DTS<", ">Fbu<"));
    expect([rates.length, setAside.map(({ code }) => code)]).toEqual([2, ["unknown_currency"]]);
  });

  it.each<[string, (body: string) => string]>([
    ["a list that is not newest first", (body) => body.replace('20-11-2026.pdf" type', '18-11-2026.pdf" type')],
    ["a page without a bulletin to date its table by", (body) => body.replaceAll("Cours%20de", "Avis%20de")],
    ["a table under other names", (body) => body.replaceAll("views-field-field-moyen", "views-field-moyen")],
    ["figures that are none", (body) => body.replaceAll(/\d{4}\.\d{4}/g, "-")],
    ["a body cut short", (body) => body.slice(0, 1000)],
    ["another page of HTML", () => "<!DOCTYPE html><html><body>Site en maintenance</body></html>"],
    ["a PDF", () => "%PDF-1.7 ..."],
  ])("refuses %s", (_what, change) => {
    expect(() => parsePage(change)).toThrow(SourceShapeError);
  });
});
