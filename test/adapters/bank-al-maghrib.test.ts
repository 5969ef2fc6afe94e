import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { bankAlMaghrib } from "../../workers/collector/src/adapters/rates/bank-al-maghrib.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseDay = (change?: (body: string) => string) =>
  bankAlMaghrib.parse([loadAnswer("bank-al-maghrib/2026-11-20.json", change)]);

describe("bank-al-maghrib", () => {
  it("asks day by day, a week back at most, and plans without a key", () => {
    const endpoint = "https://api.centralbankofmorocco.ma/cours/Version1/api/CoursVirement";
    expect(bankAlMaghrib.plan({ since: "2026-11-20", today: "2026-11-22" })).toEqual([
      { method: "GET", url: `${endpoint}?date=2026-11-20T12:30:00`, headers: { accept: "application/json" } },
    ]);
    expect(bankAlMaghrib.plan({ since: "2026-01-01", today: "2026-11-20" })).toHaveLength(6);
  });

  it("divides units out exactly, takes a row that comes twice once, and leaves the ended ouguiya out", () => {
    const on = { quote: "MAD", observedOn: "2026-11-20", contributors: 1 };
    expect(parseDay()).toEqual({
      rates: [
        { ...on, base: "NOK", value: "0.93907" },
        { ...on, base: "EUR", value: "10.8114" },
        { ...on, base: "DZD", value: "0.07159" },
        { ...on, base: "USD", value: "9.3122" },
      ],
      setAside: [],
      proofs: [0, 0, 0, 0],
    });
  });

  it("sets aside a currency that comes twice with two figures", () => {
    const { rates, setAside } = parseDay((body) => body.replace("10.8114", "10.9"));
    expect(rates.map(({ base }) => base)).toEqual(["NOK", "DZD", "USD"]);
    expect(setAside.map(({ code, subject }) => [code, subject])).toEqual([["ambiguous_rate", "EUR/MAD"]]);
  });

  it("takes a day without publication for an empty one", () => {
    expect(bankAlMaghrib.parse([loadAnswer("bank-al-maghrib/empty.json")])).toEqual({
      rates: [],
      setAside: [],
      proofs: [],
    });
  });

  it.each<[string, (body: string) => string]>([
    ["a middle rate that is missing", (body) => body.replaceAll('"moyen"', '"achat"')],
    ["a unit of zero", (body) => body.replace('"uniteDevise": 10 ', '"uniteDevise": 0 ')],
    ["days that are none", (body) => body.replaceAll("2026-11-20T", "20/11/2026 ")],
    ["a refusal in place of the list", () => '{ "statusCode": 401, "message": "Access denied" }'],
    ["a body cut short", (body) => body.slice(0, 300)],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseDay(change)).toThrow(SourceShapeError);
  });
});
