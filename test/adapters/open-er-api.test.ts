import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { openErApi } from "../../workers/collector/src/adapters/rates/open-er-api.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseTable = (change?: (body: string) => string) =>
  openErApi.parse([loadAnswer("open-er-api/latest.json", change)]);
const dated = (unix: string, utc: string) => (body: string) =>
  body.replace("1795132951", unix).replace("Fri, 20 Nov 2026 00:02:31 +0000", utc);

describe("open-er-api", () => {
  it("asks for one table a visit, per US dollar", () => {
    const urls = ["https://open.er-api.com/v6/latest/USD"];
    expect(openErApi.plan({ since: null, today: "2026-11-20" }).map(({ url }) => url)).toEqual(urls);
    expect(openErApi.plan({ since: "2026-01-01", today: "2026-11-20" }).map(({ url }) => url)).toEqual(urls);
  });

  it("reads live ISO currencies on the day of the update, without the base itself", () => {
    const on = { base: "USD", observedOn: "2026-11-20", contributors: 1 };
    expect(parseTable()).toEqual({
      rates: [
        { ...on, quote: "AED", value: "3.6725" },
        { ...on, quote: "CDF", value: "2498.270104" },
        { ...on, quote: "EUR", value: "0.861327" },
        { ...on, quote: "MAD", value: "9.311482" },
        { ...on, quote: "XOF", value: "564.994127" },
      ],
      setAside: [],
    });
  });

  it("reads a currency up to its last day", () => {
    const codes = parseTable(dated("1767139351", "Wed, 31 Dec 2025 00:02:31 +0000")).rates.map(({ quote }) => quote);
    expect(codes).toContain("BGN");
    expect(codes).not.toContain("ANG");
  });

  it("refuses an error that comes with status 200, and says which", () => {
    const error = () => '{"result":"error","error-type":"unsupported-code"}';
    expect(() => parseTable(error)).toThrow(/unsupported-code/);
    expect(() => parseTable(error)).toThrow(SourceShapeError);
  });

  it.each<[string, (body: string) => string]>([
    ["an update dated differently in its two spellings", dated("1795132951", "Thu, 19 Nov 2026 00:02:31 +0000")],
    ["an update without a date", dated("1795132951", "yesterday")],
    ["another base than the one asked for", (body) => body.replace('"base_code": "USD"', '"base_code": "EUR"')],
    ["a rate that is not a plain decimal", (body) => body.replace("9.311482", "null")],
    ["a renamed field", (body) => body.replace('"rates"', '"conversion_rates"')],
    ["a body cut short", (body) => body.slice(0, 300)],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseTable(change)).toThrow(SourceShapeError);
  });
});
