import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { nbe } from "../../workers/collector/src/adapters/rates/nbe.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseDay = (change?: (body: string) => string) => nbe.parse([loadAnswer("nbe/2026-11-20.json", change)]);

describe("nbe", () => {
  it("asks day by day, weekends left out, two weeks back at most", () => {
    const endpoint = "https://api.nbe.gov.et/api/filter-exchange-rates?date=";
    const urls = (since: string) => nbe.plan({ since, today: "2026-11-23" }).map(({ url }) => url);
    expect(urls("2026-11-20")).toEqual([`${endpoint}2026-11-20`, `${endpoint}2026-11-23`]);
    expect(urls("2026-01-01")).toHaveLength(11);
  });

  it("reads the exact middle of buying and selling: the dollar's weighted average repeats its buying rate", () => {
    const on = { quote: "ETB", observedOn: "2026-11-20", contributors: 1 };
    expect(parseDay()).toEqual({
      rates: [
        { ...on, base: "USD", value: "153.44665" },
        { ...on, base: "JPY", value: "1.03615" },
      ],
      setAside: [],
      proofs: [0, 0],
    });
  });

  it("takes a day without publication for an empty one", () => {
    expect(nbe.parse([loadAnswer("nbe/empty.json")])).toEqual({ rates: [], setAside: [], proofs: [] });
  });

  it.each<[string, (body: string) => string]>([
    ["a selling rate below the buying one", (body) => body.replace("154.2101", "151.0000")],
    ["a rate that is no figure", (body) => body.replace("152.6832", "N/A")],
    ["a rate of zero", (body) => body.replace("1.0310", "0.0000")],
    ["a failure that comes with status 200", (body) => body.replace("true", "false")],
    ["a renamed field", (body) => body.replaceAll('"buying"', '"bid"')],
    ["a body cut short", (body) => body.slice(0, 300)],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseDay(change)).toThrow(SourceShapeError);
  });
});
