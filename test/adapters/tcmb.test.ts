import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { tcmb } from "../../workers/collector/src/adapters/rates/tcmb.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseRange = (change?: (body: string) => string) => tcmb.parse([loadAnswer("tcmb/range.json", change)]);

describe("tcmb", () => {
  it("asks ten days before what is wanted and ten after today, and plans without a key", () => {
    const [request, ...others] = tcmb.plan({ since: "2026-11-19", today: "2026-11-20" });
    expect(others).toEqual([]);
    expect(request?.headers).toEqual({ accept: "application/json" });
    expect(request?.url).toMatch(
      /^https:\/\/evds3\.tcmb\.gov\.tr\/igmevdsms-dis\/series=TP\.DK\.AED\.A\.YTL-TP\.DK\.AED\.S\.YTL-.*-TP\.DK\.USD\.S\.YTL&startDate=09-11-2026&endDate=30-11-2026&type=json&frequency=1$/,
    );
  });

  it("dates each row on the business day it was fixed on: the one before its stamp, over a weekend", () => {
    const on = { quote: "TRY", contributors: 1 };
    expect(parseRange()).toEqual({
      rates: [
        { ...on, base: "EUR", value: "48.9971", observedOn: "2026-11-19" },
        { ...on, base: "JPY", value: "0.2853235", observedOn: "2026-11-19" },
        { ...on, base: "USD", value: "42.1782", observedOn: "2026-11-19" },
        { ...on, base: "EUR", value: "49.0342", observedOn: "2026-11-20" },
        { ...on, base: "JPY", value: "0.2855755", observedOn: "2026-11-20" },
        { ...on, base: "USD", value: "42.2157", observedOn: "2026-11-20" },
      ],
      setAside: [],
      proofs: [0, 0, 0, 0, 0, 0],
    });
  });

  it("dates a row in whatever order the days come", () => {
    const reversed = (body: string) => {
      const { items } = JSON.parse(body);
      return JSON.stringify({ totalCount: items.length, items: items.reverse() });
    };
    expect(parseRange(reversed)).toEqual(parseRange());
  });

  it("sets aside a currency with one side only", () => {
    const { rates, setAside } = parseRange((body) => body.replace('"48.95310000"', "null"));
    expect(rates).toHaveLength(5);
    expect(setAside.map(({ code, subject }) => [code, subject])).toEqual([["unreadable_row", "EUR"]]);
  });

  it("takes a range without days for an empty one", () => {
    expect(tcmb.parse([loadAnswer("tcmb/empty.json")])).toEqual({ rates: [], setAside: [], proofs: [] });
  });

  it.each<[string, (body: string) => string]>([
    ["a range of nulls", (body) => body.replaceAll(/"\d+\.\d{8}"/g, "null")],
    ["a series that is missing", (body) => body.replaceAll("TP_DK_KZT_A_YTL", "TP_DK_KZT")],
    ["a selling rate below the buying one", (body) => body.replace("42.21620000", "41.00000000")],
    ["a day that is none", (body) => body.replace("20-11-2026", "2026-11-20")],
    ["an error in place of the range", () => '{"message":"Invalid key"}'],
    ["a body cut short", (body) => body.slice(0, 2000)],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseRange(change)).toThrow(SourceShapeError);
  });
});
