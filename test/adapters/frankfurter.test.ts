import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { frankfurter } from "../../workers/collector/src/adapters/rates/frankfurter.ts";
import { newestRates } from "../support/quote-task.ts";
import { answerWith, loadAnswer } from "../support/source-fixture.ts";

const parseRates = (change?: (body: string) => string) =>
  frankfurter.parse([loadAnswer("frankfurter/rates.json", change)]);
const latest = "https://api.frankfurter.dev/v2/rates?base=USD&expand=providers";
const urls = (task: Parameters<typeof frankfurter.plan>[0]) => frankfurter.plan(task).map(({ url }) => url);

describe("frankfurter", () => {
  it("asks per US dollar, with the publishers behind each rate", () => {
    expect(urls(newestRates)).toEqual([latest]);
    expect(urls({ since: "2026-11-21", today: "2026-11-20" })).toEqual([latest]);
  });

  it("asks for a range that overlaps what is known, where days were missed", () => {
    expect(urls({ since: "2026-11-16", today: "2026-11-20" })).toEqual([`${latest}&from=2026-11-12`]);
    expect(urls({ since: "2026-10-01", today: "2026-11-20" })).toEqual([`${latest}&from=2026-09-27`]);
  });

  it("counts the publishers that were not left out, dates each row on its own day and drops identity and pegs", () => {
    expect(parseRates()).toEqual({
      rates: [
        { base: "USD", quote: "MAD", value: "9.3107", observedOn: "2026-11-20", contributors: 2 },
        { base: "USD", quote: "UZS", value: "12067.0", observedOn: "2026-11-21", contributors: 1 },
      ],
      proofs: [0, 0],
      setAside: [],
    });
  });

  it.each<[string, (body: string) => string]>([
    ["another base than the one asked for", (body) => body.replaceAll('"base": "USD"', '"base": "EUR"')],
    ["a rate that is not positive", (body) => body.replace("9.3107", "-9.3107")],
    ["a date that is not a day", (body) => body.replace('"date": "2026-11-21"', '"date": "today"')],
    ["rows that do not name their publishers", (body) => body.replaceAll('"providers"', '"banks"')],
    ["a body cut short", (body) => body.slice(0, 200)],
    ["an empty list", () => "[]"],
    ["an alien answer", () => '{"status":"ok"}'],
  ])("refuses %s", (_what, change) => {
    expect(() => parseRates(change)).toThrow(SourceShapeError);
  });

  it("refuses a page of HTML", () => {
    expect(() => frankfurter.parse([answerWith("<html><body>Just a moment</body></html>")])).toThrow(SourceShapeError);
  });
});
