import { describe, expect, it } from "@jest/globals";
import { SourceShapeError } from "@openremit/shared/domain";
import { bnm } from "../../workers/collector/src/adapters/rates/bnm.ts";
import { newestRates } from "../support/quote-task.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const parseSession = (change?: (body: string) => string) => bnm.parse([loadAnswer("bnm/session-0900.json", change)]);

describe("bnm", () => {
  it("asks for the session of 09:00 and names the version of the API, which is mandatory", () => {
    expect(bnm.plan(newestRates)).toEqual([
      {
        method: "GET",
        url: "https://api.bnm.gov.my/public/exchange-rate?session=0900",
        headers: { accept: "application/vnd.BNM.API.v1+json" },
      },
    ]);
  });

  it("reads what binary floats meant, per one, SDR as XDR, and no rate where there is none", () => {
    const on = { quote: "MYR", observedOn: "2026-11-20", contributors: 1 };
    expect(parseSession()).toEqual({
      rates: [
        { ...on, base: "INR", value: "0.047643" },
        { ...on, base: "XDR", value: "5.5813" },
        { ...on, base: "KHR", value: "0.001045" },
        { ...on, base: "USD", value: "4.1975" },
      ],
      setAside: [],
      proofs: [0, 0, 0, 0],
    });
  });

  it("drops a rate of null and sets a code aside that is none", () => {
    const { rates, setAside } = parseSession((body) =>
      body.replace('"middle_rate": 4.1974999999999998', '"middle_rate": null').replace('"INR"', '"Rupee"'),
    );
    expect(rates.map(({ base }) => base)).toEqual(["XDR", "KHR"]);
    expect(setAside).toEqual([{ code: "unknown_currency", subject: "Rupee", detail: "a name in no table" }]);
  });

  it.each<[string, (body: string) => string]>([
    ["rates of another currency than the ringgit", (body) => body.replace('"quote": "rm"', '"quote": "usd"')],
    ["another session", (body) => body.replace('"session": "0900"', '"session": "1700"')],
    ["a history where the newest day was asked for", (body) => body.replace(/"rate": (\{[^}]*\})/, '"rate": [$1]')],
    ["a session without currencies", (body) => body.replace(/"data": \[[\s\S]*\],\s*"meta"/, '"data": [], "meta"')],
    ["a renamed field", (body) => body.replaceAll("middle_rate", "mid_rate")],
    ["a body cut short", (body) => body.slice(0, 500)],
    ["a page of HTML", () => "<html></html>"],
  ])("refuses %s", (_what, change) => {
    expect(() => parseSession(change)).toThrow(SourceShapeError);
  });
});
