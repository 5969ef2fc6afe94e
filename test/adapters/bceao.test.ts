import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { bceao } from "../../workers/collector/src/adapters/rates/bceao.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseDay = (change?: (body: string) => string) => bceao.parse([loadAnswer("bceao/2026-11-20.html", change)]);

describe("bceao", () => {
  it("asks day by day, a week back at most", () => {
    const endpoint = "https://www.bceao.int/fr/cours/get_all_reference_by_date?dateJour=";
    const urls = (since: string) => bceao.plan({ since, today: "2026-11-20" }).map(({ url }) => url);
    expect(urls("2026-11-19")).toEqual([`${endpoint}2026-11-19`, `${endpoint}2026-11-20`]);
    expect(urls("2026-01-01")).toHaveLength(6);
  });

  it("reads French names, days and figures", () => {
    const on = { quote: "XOF", observedOn: "2026-11-20", contributors: 1 };
    expect(parseDay()).toEqual({
      rates: [
        { ...on, base: "EUR", value: "655.9570" },
        { ...on, base: "USD", value: "564.8100" },
        { ...on, base: "SEK", value: "59.5200" },
        { ...on, base: "CZK", value: "26.8700" },
        { ...on, base: "KWD", value: "1842.5600" },
      ],
      setAside: [],
      proofs: [0, 0, 0, 0, 0],
    });
  });

  it("takes a heading without a table for a holiday", () => {
    expect(bceao.parse([loadAnswer("bceao/holiday.html")])).toEqual({ rates: [], setAside: [], proofs: [] });
  });

  it("sets aside a name it does not know", () => {
    const { rates, setAside } = parseDay((body) => body.replace("Dinar Koweitien", "Ouguiya"));
    expect([rates.length, setAside.map(({ subject }) => subject)]).toEqual([4, ["Ouguiya"]]);
  });

  it("refuses a table in which the euro has left its parity", () => {
    expect(() => parseDay((body) => body.replace("655,9570", "656,9570"))).toThrow(/its parity is 655.957/);
    expect(() => parseDay((body) => body.replace("Euro", "Euros"))).toThrow(SourceShapeError);
  });

  it.each<[string, (body: string) => string]>([
    ["a day that is none", (body) => body.replace("20 novembre", "31 novembre")],
    ["figures that are none", (body) => body.replaceAll(/\d+[.,]\d+/g, "N/A")],
    ["a body cut short", (body) => body.slice(0, 500)],
    ["another page of HTML", () => "<!DOCTYPE html><html><body><h1>Maintenance</h1></body></html>"],
    ["an empty body", () => ""],
  ])("refuses %s", (_what, change) => {
    expect(() => parseDay(change)).toThrow(SourceShapeError);
  });
});
