import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { nrb } from "../../workers/collector/src/adapters/rates/nrb.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseRange = (change?: (body: string) => string) => nrb.parse([loadAnswer("nrb/rates.json", change)]);

describe("nrb", () => {
  it("asks for one page from the last known day to tomorrow, whose rates are out in the evening", () => {
    expect(nrb.plan({ since: "2026-11-19", today: "2026-11-20" })).toEqual([
      {
        method: "GET",
        url: "https://www.nrb.org.np/api/forex/v1/rates?from=2026-11-19&to=2026-11-21&page=1&per_page=100",
        headers: { accept: "application/json" },
      },
    ]);
  });

  it("reads the exact middle per one of the currency, on the day before the stamp: that is when it was fixed", () => {
    const on = { quote: "NPR", observedOn: "2026-11-19", contributors: 1 };
    expect(parseRange().rates).toEqual([
      { ...on, base: "INR", value: "1.60075" },
      { ...on, base: "USD", value: "141.36" },
      { ...on, base: "JPY", value: "0.9585" },
    ]);
  });

  it("sets a day with a malformed date aside and reads the others", () => {
    expect(parseRange().setAside).toEqual([
      { code: "unreadable_row", subject: "2026-11.19", detail: 'a day called "2026-11.19"' },
    ]);
  });

  it("takes a range without a day for an empty one", () => {
    const empty = nrb.parse([loadAnswer("nrb/empty.json")]);
    expect(empty).toEqual({ rates: [], setAside: [], proofs: [] });
  });

  it.each<[string, (body: string) => string]>([
    ["more pages than were asked for", (body) => body.replace('"pages": 1', '"pages": 2')],
    ["a unit of zero", (body) => body.replace('"unit": 10 ', '"unit": 0 ')],
    ["a figure that cannot be put per one exactly", (body) => body.replace('"unit": 10 ', '"unit": 7 ')],
    ["a status of its own that is not 200", (body) => body.replace('"code": 200', '"code": 422')],
    ["a selling rate below the buying one", (body) => body.replace('"sell": "9.61"', '"sell": "9.16"')],
    ["a renamed field", (body) => body.replaceAll('"payload"', '"days"')],
    ["a body cut short", (body) => body.slice(0, 900)],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseRange(change)).toThrow(SourceShapeError);
  });
});
