import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { fbil } from "../../workers/collector/src/adapters/rates/fbil.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseRange = (change?: (body: string) => string) => fbil.parse([loadAnswer("fbil/range.json", change)]);

describe("fbil", () => {
  it("asks for the days since the last known one", () => {
    const endpoint = "https://www.fbil.org.in/wasdm/refrates/fetchfiltered";
    expect(fbil.plan({ since: "2026-11-19", today: "2026-11-20" })).toEqual([
      {
        method: "GET",
        url: `${endpoint}?fromDate=2026-11-19&toDate=2026-11-20&authenticated=false`,
        headers: { accept: "application/json" },
      },
    ]);
  });

  it("divides by the unit that the row's name says, and keeps every digit per one", () => {
    const on = { quote: "INR", observedOn: "2026-11-20", contributors: 1 };
    expect(parseRange((body) => body.replace("88.1207", "88.120700"))).toEqual({
      rates: [
        { ...on, base: "USD", value: "88.120700" },
        { ...on, base: "JPY", value: "0.5974" },
        { ...on, base: "IDR", value: "0.00532049" },
        { ...on, base: "USD", value: "88.0935", observedOn: "2026-11-19" },
      ],
      setAside: [],
      proofs: [0, 0, 0, 0],
    });
  });

  it("takes a range of holidays for an empty one", () => {
    expect(fbil.parse([loadAnswer("fbil/empty.json")])).toEqual({ rates: [], setAside: [], proofs: [] });
  });

  it("sets aside a product it does not know", () => {
    const { rates, setAside } = parseRange((body) => body.replace("INR / 10000 IDR", "Term SOFR 1M"));
    expect(rates).toHaveLength(3);
    expect(setAside.map(({ code, subject }) => [code, subject])).toEqual([["unreadable_row", "Term SOFR 1M"]]);
  });

  it.each<[string, (body: string) => string]>([
    ["an inverted table", (body) => body.replaceAll(/INR \/ (\d+) ([A-Z]{3})/g, "$2 / $1 INR")],
    ["a rate that is no figure", (body) => body.replace("88.1207", '"N/A"')],
    ["a renamed field", (body) => body.replaceAll("subProdName", "product")],
    ["a body cut short", (body) => body.slice(0, 300)],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseRange(change)).toThrow(SourceShapeError);
  });
});
