import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { ecb } from "../../workers/collector/src/adapters/rates/ecb.ts";
import { answerWith, loadAnswer } from "../support/source-fixture.ts";

const urls = (task: Parameters<typeof ecb.plan>[0]) => ecb.plan(task).map(({ url }) => url);
const folder = "https://www.ecb.europa.eu/stats/eurofxref";
const parseDaily = (change?: (body: string) => string) => ecb.parse([loadAnswer("ecb/daily.xml", change)]);

describe("ecb", () => {
  it("asks the daily file for the newest day", () => {
    expect(urls({ since: null, today: "2026-11-20" })).toEqual([`${folder}/eurofxref-daily.xml`]);
  });

  it("asks the smallest file that leaves no publication out", () => {
    const [daily, recent, all] = ["daily", "hist-90d", "hist"].map((name) => [`${folder}/eurofxref-${name}.xml`]);
    expect(urls({ since: "2026-11-20", today: "2026-11-20" })).toEqual(daily);
    expect(urls({ since: "2026-11-20", today: "2026-11-23" })).toEqual(daily);
    expect(urls({ since: "2026-11-20", today: "2026-11-24" })).toEqual(recent);
    expect(urls({ since: "2026-08-28", today: "2026-11-21" })).toEqual(recent);
    expect(urls({ since: "2026-08-01", today: "2026-11-21" })).toEqual(all);
  });

  it("reads the daily file with every published digit", () => {
    const { rates, setAside } = parseDaily();
    expect(setAside).toEqual([]);
    expect(rates).toHaveLength(22);
    expect(rates[0]).toEqual({ base: "EUR", quote: "USD", value: "1.1610", observedOn: "2026-11-20", contributors: 1 });
  });

  it("reads each dated day of a history file, also currencies that have ended since", () => {
    const { rates } = ecb.parse([loadAnswer("ecb/history.xml")]);
    expect(rates).toHaveLength(47);
    expect(rates.filter(({ quote }) => quote === "USD").map(({ observedOn, value }) => [observedOn, value])).toEqual([
      ["2026-11-20", "1.161"],
      ["2026-11-19", "1.1588"],
      ["2022-03-01", "1.1162"],
    ]);
    expect(rates).toContainEqual({
      base: "EUR",
      quote: "HRK",
      value: "7.568",
      observedOn: "2022-03-01",
      contributors: 1,
    });
  });

  it("refuses a newest day with fewer than 20 currencies", () => {
    const withoutThree = (body: string) => body.replace(/<Cube currency='(AUD|BRL|CAD)'[^>]*>/g, "");
    expect(() => parseDaily(withoutThree)).toThrow(/only 19 currencies on 2026-11-20/);
  });

  it.each<[string, (body: string) => string]>([
    ["a date that is not ISO", (body) => body.replace("2026-11-20", "20/11/2026")],
    ["a rate that is not a plain decimal", (body) => body.replace("1.1610", "N/A")],
    ["a rate of zero", (body) => body.replace("1.1610", "0.0000")],
    ["a currency listed twice", (body) => body.replace("'JPY'", "'USD'")],
    ["a renamed attribute", (body) => body.replaceAll(" rate=", " value=")],
    ["a body cut short", (body) => body.slice(0, 900)],
    ["an empty body", () => ""],
    ["a page of HTML", () => "<!DOCTYPE html><html><body><p>Not available</p></body></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseDaily(change)).toThrow(SourceShapeError);
  });

  it("refuses a history that lists a day twice", () => {
    const twice = loadAnswer("ecb/history.xml", (body) => body.replace("2026-11-19", "2026-11-20"));
    expect(() => ecb.parse([twice])).toThrow(/listed twice/);
    expect(() => ecb.parse([answerWith("{}")])).toThrow(SourceShapeError);
  });
});
